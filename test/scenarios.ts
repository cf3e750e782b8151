import type { Reporter } from 'vitest/node';

const folder = '/test/unit/scenarios/';

/** A reporter beside the usual one: says how many situations of `test/unit/scenarios` were played, and passed. */
export const scenarioCount: Reporter = {
  onTestRunEnd: (modules) => {
    const played = modules
      .filter((one) => one.moduleId.includes(folder))
      .flatMap((one) => [...one.children.allTests('passed')]);
    if (played.length > 0) console.log(`${played.length} scenarios`);
  },
};

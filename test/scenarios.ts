import type { Reporter } from 'vitest/node';

const folder = '/test/unit/scenarios/';

/** An additional reporter: counts the situations of `test/unit/scenarios` that ran and passed. */
export const scenarioCount: Reporter = {
  onTestRunEnd: (modules) => {
    const played = modules
      .filter((one) => one.moduleId.includes(folder))
      .flatMap((one) => [...one.children.allTests('passed')]);
    if (played.length > 0) console.log(`${played.length} scenarios`);
  },
};

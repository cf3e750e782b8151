import { expect, test } from 'vitest';
import { withRuntime } from '../../../build/sbom.ts';

const react = { 'bom-ref': 'react@1.0.0', type: 'library', name: 'react', version: '1.0.0' };
const versions = { electron: '45.4.1', chrome: '152.0.1.2', node: '24.1.0', v8: '15.2', uv: '1' };

test('the list of parts has what the runtime is made of beside the packages', () => {
  const { bomFormat, components } = withRuntime(
    { bomFormat: 'CycloneDX', components: [react] },
    versions,
  );
  expect(bomFormat).toBe('CycloneDX');
  expect(components.map(({ name, version }) => `${name} ${version}`)).toEqual([
    'react 1.0.0',
    'electron 45.4.1',
    'chromium 152.0.1.2',
    'node 24.1.0',
    'v8 15.2',
  ]);
  expect(components[2]).toMatchObject({ purl: 'pkg:generic/chromium@152.0.1.2' });
});

test('a runtime that does not say what it is made of is a failure', () => {
  expect(() => withRuntime({ components: [] }, { ...versions, chrome: undefined })).toThrow(
    'chrome',
  );
});

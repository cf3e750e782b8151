/**
 * Refuses to ship the substitute runtime, which is old and taken from a third party's package. CommonJS, as
 * electron-builder requires of hooks.
 */
const { existsSync } = require('node:fs');
const path = require('node:path');

module.exports = ({ targets, packager }) => {
  const { electronDist } = packager.config;
  if (!electronDist) return;
  const official = String(electronDist).startsWith(
    path.join(packager.projectDir, 'node_modules', 'electron') + path.sep,
  );
  const shipped = targets.filter((target) => target.name !== 'dir');
  if (!official && shipped.length > 0 && existsSync(electronDist)) {
    throw new Error('Installers are made with the official Electron only.');
  }
};

/** Opens the gallery in a window; `--update` takes the stored pictures anew instead. */
import { spawn } from 'node:child_process';
import { SetupError } from '../../build/setup/say.mjs';
import { openGallery, update } from './pictures.ts';
import { stageGallery } from './stage.ts';

if (process.argv.includes('--update')) {
  const gallery = await openGallery();
  try {
    await update(gallery);
  } finally {
    await gallery.stop();
  }
  console.log(
    `${gallery.entries.length} entries are stored, as Chromium ${gallery.chromium} draws them.`,
  );
} else {
  if (process.getuid?.() === 0)
    throw new SetupError(
      'Electron’s sandbox refuses root: please open the gallery as an ordinary user.',
    );
  const staged = await stageGallery('out/running');
  const window = spawn(staged.executable, [], { stdio: 'inherit' });
  process.on('SIGINT', () => window.kill());
  window.on('exit', staged.remove);
}

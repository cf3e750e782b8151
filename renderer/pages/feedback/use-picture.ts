/** The picture of a draft: captured, edited, and only then stored. */
import { useState } from 'react';
import type { Source } from '../../../shared/feedback/ipc.ts';
import type { Attachment } from '../../../shared/feedback/outbox.ts';
import type { PictureFault } from '../../../shared/feedback/picture.ts';
import type { Edit } from '../../../shared/feedback/rectangles.ts';
import { wholeOf } from '../../../shared/feedback/rectangles.ts';
import { call } from '../../app/bridge.ts';
import { encodeEdited, pictureOf, readPicture } from './pictures.ts';

export type PictureTrouble = PictureFault | 'unwritable' | 'impossible' | 'failed';

/** Captured, and only in memory. */
type Taken = Readonly<{ image: ImageBitmap; edit: Edit }>;

export type PictureWork = Readonly<{
  taken: Taken | undefined;
  /** Screens and windows, while the member chooses. */
  sources: readonly Source[] | undefined;
  trouble: PictureTrouble | undefined;
  busy: boolean;
  takeScreen: () => void;
  takeSource: (sourceId: string) => void;
  takeFile: (file: Blob) => void;
  choose: () => void;
  setEdit: (edit: Edit) => void;
  /** Discards the captured picture, or stops choosing. */
  leave: () => void;
  /** Applies the edit and stores the result. Undefined on failure, with the reason in `trouble`. */
  keep: () => Promise<Attachment | undefined>;
}>;

export function usePicture(): PictureWork {
  const [taken, setTaken] = useState<Taken>();
  const [sources, setSources] = useState<readonly Source[]>();
  const [trouble, setTrouble] = useState<PictureTrouble>();
  const [busy, setBusy] = useState(false);

  const during = async (work: () => Promise<PictureTrouble | undefined>) => {
    setBusy(true);
    setTrouble(undefined);
    setTrouble(await work().catch(() => 'failed' as const));
    setBusy(false);
  };
  const take = async (file: Blob) => {
    const image = await readPicture(file);
    if (typeof image === 'string') return image;
    setSources(undefined);
    setTaken({ image, edit: { crop: wholeOf(image), covers: [] } });
    return undefined;
  };
  const listSources = async () => {
    const found = await call('feedback.sources', undefined);
    if (found.length === 0) return 'impossible';
    setSources(found);
    return undefined;
  };
  const capture = (source: Readonly<{ sourceId?: string }>) =>
    during(async () => {
      const png = await call('feedback.capture', source);
      if (png === 'which') return listSources();
      return png ? take(pictureOf(png)) : 'impossible';
    });
  const leave = () => {
    taken?.image.close();
    setTaken(undefined);
    setSources(undefined);
  };

  return {
    taken,
    sources,
    trouble,
    busy,
    takeScreen: () => void capture({}),
    takeSource: (sourceId) => void capture({ sourceId }),
    takeFile: (file) => void during(() => take(file)),
    choose: () => void during(listSources),
    setEdit: (edit) => setTaken((now) => now && { ...now, edit }),
    leave,
    keep: async () => {
      if (!taken) return undefined;
      const png = await encodeEdited(taken.image, taken.edit);
      const kept = png
        ? await call('feedback.attach', { png }).catch(() => ({ refused: 'failed' as const }))
        : { refused: 'too-large' as const };
      if ('attachment' in kept) {
        leave();
        return kept.attachment;
      }
      setTrouble(kept.refused);
      return undefined;
    },
  };
}

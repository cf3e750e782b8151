import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { drawWhole, pictureOf, readPicture } from './pictures.ts';
import styles from './PictureCanvas.module.css';

type Props = Readonly<{ png: Uint8Array; label: string; small?: boolean }>;

/** Drawn on a canvas, because the page's content security policy forbids images. */
export function PictureCanvas({ png, label, small = false }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState<ImageBitmap>();
  useEffect(() => {
    let isStale = false;
    void readPicture(pictureOf(png)).then((read) => {
      if (!isStale && typeof read === 'object') setImage(read);
    });
    return () => {
      isStale = true;
    };
  }, [png]);
  useLayoutEffect(() => {
    if (canvas.current && image) drawWhole(canvas.current, image);
  }, [image]);
  return (
    <canvas
      ref={canvas}
      className={small ? styles.small : styles.picture}
      // Without a label, the text beside it says as much.
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

/** A stored picture. */
export function KeptPicture({ id, label }: Readonly<{ id: string; label: string }>) {
  const { t } = useWords();
  const [png, setPng] = useState<Uint8Array | 'gone'>();
  useEffect(() => {
    let isStale = false;
    const show = (found: Uint8Array | undefined) => {
      if (!isStale) setPng(found ?? 'gone');
    };
    call('feedback.picture', { id })
      .then(show)
      .catch(() => show(undefined));
    return () => {
      isStale = true;
    };
  }, [id]);
  if (png === 'gone') return <p>{t('feedback.picture.gone')}</p>;
  return png ? <PictureCanvas png={png} label={label} /> : null;
}

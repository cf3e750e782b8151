import { AppWindow, Monitor, Paperclip } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { onMac } from '../../app/keys.ts';
import { useWords } from '../../app/words.ts';
import type { PictureWork } from './use-picture.ts';
import styles from './PictureWays.module.css';

export const pasteKeys = onMac ? '⌘V' : 'Ctrl+V';

export const screenButtonId = 'feedback-picture-screen';

/** The buttons that take a picture, for the foot of the text field. */
export function PictureWays({ work }: Readonly<{ work: PictureWork }>) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const { busy } = work;
  return (
    <div className={styles.ways}>
      <Way id={screenButtonId} icon={Monitor} busy={busy} onTake={work.takeScreen}>
        {t('feedback.picture.screen')}
      </Way>
      <Way icon={AppWindow} busy={busy} onTake={work.choose}>
        {t('feedback.picture.choose')}
      </Way>
      <Way icon={Paperclip} busy={busy} onTake={() => file.current?.click()}>
        {t('feedback.picture.file')}
      </Way>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) work.takeFile(chosen);
        }}
      />
      <p id="feedback-picture-help" className="unseen">
        {t('feedback.picture.help', { keys: pasteKeys })}
      </p>
    </div>
  );
}

type WayProps = Readonly<{
  id?: string;
  icon: LucideIcon;
  busy: boolean;
  onTake: () => void;
  children: ReactNode;
}>;

function Way({ id, icon: Picture, busy, onTake, children }: WayProps) {
  return (
    <button
      id={id}
      type="button"
      className="ghost"
      aria-disabled={busy}
      aria-describedby="feedback-picture-help"
      onClick={() => busy || onTake()}
    >
      <Picture size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </button>
  );
}

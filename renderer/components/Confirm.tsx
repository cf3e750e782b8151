import { Dialog, DialogButtons } from './Dialog.tsx';

type Props = Readonly<{
  title: string;
  /** What will be gone. */
  text?: string;
  /** A verb, as on the button that opened it. */
  action: string;
  onAction: () => void;
  onClose: () => void;
}>;

/** Asks before something is deleted. The focus starts on Cancel, so that Enter twice deletes nothing. */
export function Confirm({ title, text, action, onAction, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {text && <p>{text}</p>}
      <DialogButtons onCancel={onClose}>
        <button type="button" className="danger" onClick={onAction}>
          {action}
        </button>
      </DialogButtons>
    </Dialog>
  );
}

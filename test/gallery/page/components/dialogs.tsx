import { Confirm } from '../../../../renderer/components/Confirm.tsx';
import { Dialog, DialogButtons } from '../../../../renderer/components/Dialog.tsx';
import { KeyList } from '../../../../renderer/components/KeyList.tsx';
import { AcknowledgeDialog } from '../../../../renderer/components/notification-policy/AcknowledgeDialog.tsx';
import { SnoozeDialog } from '../../../../renderer/components/notification-policy/SnoozeDialog.tsx';
import type { ComponentStates } from '../entry.ts';
import { services, trouble } from '../given.ts';

const nothing = () => undefined;
const view = () => services({ chat: trouble('down', 'refused') })[0];

export const states: ComponentStates = {
  Dialog: () => (
    <Dialog title="Share with the co-op" onClose={nothing}>
      <p>Post this result to Beta testers?</p>
      <DialogButtons onCancel={nothing}>
        <button type="button" className="primary">
          Share
        </button>
      </DialogButtons>
    </Dialog>
  ),
  Confirm: () => (
    <Confirm
      title="Delete “The menu is gone”?"
      text="This can’t be undone."
      action="Delete"
      onAction={nothing}
      onClose={nothing}
    />
  ),
  KeyList: () => <KeyList onClose={nothing} />,
  Acknowledge: () => {
    const one = view();
    return one && <AcknowledgeDialog view={one} onClose={nothing} onOutcome={nothing} />;
  },
  Snooze: () => {
    const one = view();
    return one && <SnoozeDialog view={one} onClose={nothing} />;
  },
};

import { Confirm } from '../../../../renderer/components/Confirm.tsx';
import { Dialog, DialogButtons } from '../../../../renderer/components/Dialog.tsx';
import { KeyList } from '../../../../renderer/components/KeyList.tsx';
import { AcknowledgeDialog } from '../../../../renderer/components/notification-policy/AcknowledgeDialog.tsx';
import type { Item } from '../../../../renderer/components/quick-open/items.ts';
import { Results } from '../../../../renderer/components/quick-open/Results.tsx';
import { SnoozeDialog } from '../../../../renderer/components/notification-policy/SnoozeDialog.tsx';
import type { Hit } from '../../../../shared/links/search.ts';
import type { ComponentStates } from '../entry.ts';
import { services, trouble } from '../given.ts';

const nothing = () => undefined;
const view = () => services({ chat: trouble('down', 'refused') })[0];

const item = (kind: Item['kind'], name: string, detail?: string) => ({
  item: { id: name, kind, names: [name], run: nothing, ...(detail ? { detail } : {}) },
});
const found: readonly Hit<Item>[] = [
  { ...item('link', 'issue', 'forge.example/issues/%s'), argument: '28' },
  item('link', 'issues-closed', 'forge.example/issues?state=closed'),
  item('service', 'Issue tracker'),
  item('page', 'Emergency'),
  item('action', 'Check now'),
];

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
  'Quick open': () => (
    <Dialog title="Quick open" onClose={nothing}>
      <input type="text" aria-label="Search" defaultValue="issue 28" />
      <Results id="found" optionId={(at) => `found-${at}`} hits={found} at={0} onPick={nothing} />
    </Dialog>
  ),
  Acknowledge: () => {
    const one = view();
    return one && <AcknowledgeDialog view={one} onClose={nothing} onOutcome={nothing} />;
  },
  Snooze: () => {
    const one = view();
    return one && <SnoozeDialog view={one} onClose={nothing} />;
  },
};

import { AddressForm } from '../../../../renderer/components/AddressForm.tsx';
import { Chips } from '../../../../renderer/components/Chips.tsx';
import { Disclosure } from '../../../../renderer/components/Disclosure.tsx';
import { DocumentText } from '../../../../renderer/components/DocumentText.tsx';
import { Field } from '../../../../renderer/components/Field.tsx';
import { FilterField } from '../../../../renderer/components/FilterField.tsx';
import { KeyboardHelp } from '../../../../renderer/components/KeyboardHelp.tsx';
import { NothingThere } from '../../../../renderer/components/join/NothingThere.tsx';
import { LongList } from '../../../../renderer/components/LongList.tsx';
import { OptionGroup } from '../../../../renderer/components/OptionGroup.tsx';
import { SendKeys } from '../../../../renderer/components/SendKeys.tsx';
import { Tabs } from '../../../../renderer/components/Tabs.tsx';
import { TakenOut } from '../../../../renderer/components/TakenOut.tsx';
import { TextSizeChoice } from '../../../../renderer/components/TextSizeChoice.tsx';
import { ShortcutChoice } from '../../../../renderer/components/shortcuts/ShortcutChoice.tsx';
import { ExportButtons } from '../../../../renderer/components/history/ExportButtons.tsx';
import type { ComponentStates } from '../entry.ts';

const nothing = () => undefined;

export const states: ComponentStates = {
  buttons: () => (
    <div className="row">
      <button type="button" className="primary">
        Send
      </button>
      <button type="button" className="primary" aria-disabled="true">
        Send
      </button>
      <button type="button">Check now</button>
      <button type="button" aria-disabled="true">
        Checking…
      </button>
      <button type="button" className="ghost">
        Details
      </button>
      <button type="button" className="danger">
        Delete
      </button>
      <button type="button" className="link">
        Open in browser
      </button>
    </div>
  ),
  fields: () => (
    <>
      <Field label="Your name in the room" help="Anyone in the room sees it.">
        {(control) => <input {...control} defaultValue="Ana" />}
      </Field>
      <Field label="What happened?">{(control) => <textarea {...control} rows={3} />}</Field>
      <FilterField label="Search services" text="" onText={nothing} />
      <AddressForm
        label="Web address of your co-op"
        placeholder="maple.example"
        submitLabel="Continue"
        busyLabel="Connecting…"
        primary
        onSubmit={async (address) => ({ address })}
      />
      <Chips
        legend="Type"
        options={['Works well', 'Problem', 'Idea']}
        chosen="Problem"
        label={(one) => one}
        onChoose={nothing}
      />
      <OptionGroup
        legend="Which services matter to you?"
        options={[
          { value: 'all', label: 'All services' },
          { value: 'mine', label: 'Only the ones I use', help: 'Mark them with a star.' },
        ]}
        chosen="all"
        onChoose={nothing}
      />
      <NothingThere source="maple.example" />
      <TextSizeChoice />
      <ShortcutChoice name="feedback" />
    </>
  ),
  lists: () => (
    <>
      <Tabs
        label="Feedback"
        chosen="write"
        onChoose={nothing}
        tabs={[
          { id: 'write', label: 'Write', content: <p>Write here.</p> },
          { id: 'list', label: 'Your feedback', badge: '2 new', content: <p>Read here.</p> },
        ]}
      />
      <Disclosure summary="Details">
        <p>Closed</p>
      </Disclosure>
      <Disclosure summary="Details" open>
        <p>Open</p>
      </Disclosure>
      <LongList items={['Pads', 'Chat', 'Wiki']} first={2} className={undefined}>
        {(one) => <li key={one}>{one}</li>}
      </LongList>
      <TakenOut
        removals={[
          { kind: 'email', text: 'ana@maple.example', kept: false },
          { kind: 'address', text: '192.0.2.10', kept: true },
        ]}
        kept={[]}
        onKeep={nothing}
      />
      <p>
        <DocumentText>The phone line</DocumentText> <SendKeys />
      </p>
      <KeyboardHelp />
      <ExportButtons />
    </>
  ),
};

/** Labelled fields and their forms, rendered without a window. */
import { expect, test } from 'vitest';
import { AddressForm } from '../../../renderer/components/AddressForm.tsx';
import { ErrorLine } from '../../../renderer/components/ErrorLine.tsx';
import { Field } from '../../../renderer/components/Field.tsx';
import { draw } from './draw.tsx';

const attribute = (html: string, element: string, name: string) =>
  new RegExp(`<${element}\\b[^>]*\\b${name}="([^"]*)"`).exec(html)?.[1];

const input = (control: object) => <input {...control} />;

test('a label names the control of its field', () => {
  const html = draw(<Field label="Server">{input}</Field>);
  expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'input', 'id'));
  expect(html).toContain('>Server</label>');
  expect(attribute(html, 'input', 'aria-describedby')).toBeUndefined();
});

test('two fields of a page are not mixed up', () => {
  const html = draw(
    <>
      <Field label="Server">{input}</Field>
      <Field label="User">{input}</Field>
    </>,
  );
  const ids = [...html.matchAll(/<input id="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(2);
});

test('help and outcome are read out with the control', () => {
  const html = draw(
    <Field label="Key" help="From your account." describedBy="outcome">
      {input}
    </Field>,
  );
  const [helpId, ...others] = attribute(html, 'input', 'aria-describedby')?.split(' ') ?? [];
  expect(html).toContain(`<p id="${helpId}" class="quiet">From your account.</p>`);
  expect(others).toEqual(['outcome']);
});

test('the place for an error is there before the error', () => {
  expect(draw(<ErrorLine>{undefined}</ErrorLine>)).toMatch(/<p role="alert"[^>]*><\/p>/);
});

test('the form of an address says where its error will stand', () => {
  const html = draw(
    <AddressForm
      label="Address"
      help="A link."
      placeholder="https://"
      initial="hypha.coop"
      submitLabel="Join"
      busyLabel="Joining…"
      onSubmit={async (address) => ({ address })}
    />,
  );
  const [, errorId] = attribute(html, 'input', 'aria-describedby')?.split(' ') ?? [];
  expect(html).toContain(`<p id="${errorId}" role="alert"`);
  expect(attribute(html, 'input', 'value')).toBe('hypha.coop');
  expect(attribute(html, 'input', 'aria-invalid')).toBe('false');
  expect(html).toContain('>Join</button>');
});

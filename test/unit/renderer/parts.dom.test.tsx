/** Components that several pages share. */
import { fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { isDialogOpen } from '../../../renderer/components/Dialog.tsx';
import { BackButton } from '../../../renderer/components/BackButton.tsx';
import { Badge } from '../../../renderer/components/Badge.tsx';
import { Confirm } from '../../../renderer/components/Confirm.tsx';
import { PageHeader } from '../../../renderer/components/PageHeader.tsx';
import { saidTogether } from '../../../renderer/app/said-together.ts';
import { show } from './dom.tsx';

test('a badge is about what is new unless it says otherwise', () => {
  show(
    <>
      <Badge>2</Badge>
      <Badge tone="bad">1</Badge>
    </>,
  );
  expect(['2', '1'].map((one) => screen.getByText(one).dataset['tone'])).toEqual(['new', 'bad']);
});

test('a button that leads back is named by its words alone', () => {
  const onBack = vi.fn<() => void>();
  show(<BackButton label="Back to all services" onBack={onBack} />);
  fireEvent.click(screen.getByRole('button', { name: 'Back to all services' }));
  expect(onBack).toHaveBeenCalledOnce();
});

test('a page can take the focus to its heading', () => {
  const heading = createRef<HTMLHeadingElement>();
  show(<PageHeader heading={heading} title="Calls" />);
  heading.current?.focus();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Calls' }));
});

test('a dialog is open for as long as it is on the page', () => {
  const shown = show(
    <Confirm
      title="Delete?"
      action="Delete"
      onAction={() => undefined}
      onClose={() => undefined}
    />,
  );
  expect(isDialogOpen()).toBe(true);
  shown.unmount();
  expect(isDialogOpen()).toBe(false);
});

test.each([
  [['Pads', 'up', '99.9% uptime'], 'Pads, up, 99.9% uptime'],
  [['Pads', undefined, '99.9% uptime'], 'Pads, 99.9% uptime'],
  [['Pads'], 'Pads'],
])('%j is said as %s', (parts, wanted) => {
  expect(saidTogether(...parts)).toBe(wanted);
});

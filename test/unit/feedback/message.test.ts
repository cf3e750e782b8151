import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { formAddress, issueContent, markerOf } from '../../../shared/feedback/github-issue.ts';
import { readTemplate, templateLimit } from '../../../shared/feedback/issue-template.ts';
import type { Feedback } from '../../../shared/feedback/item.ts';
import { FeedbackSchema } from '../../../shared/feedback/item.ts';
import { feedbackField, matrixContent } from '../../../shared/feedback/matrix-message.ts';
import { createTranslate } from '../../translate.ts';

const t = createTranslate('en');
const feedback: Feedback = {
  id: 'f-1',
  about: { what: 'staging', name: 'Site', build: '41' },
  kind: 'broken',
  severity: 'high',
  text: 'The menu is gone.\nOnly on my phone.',
  system: 'Coop Tray 0.1.0, Debian 12',
};
const issue = (template?: ReturnType<typeof readTemplate>) =>
  JSON.parse(issueContent(t, feedback, template)) as {
    title: string;
    body: string;
    labels: string[];
  };

test('a Matrix message reads well anywhere, and says its version', () => {
  const content = JSON.parse(matrixContent(t, feedback)) as Record<string, unknown>;
  expect(content['body']).toBe(
    'Problem: Site (build 41)\nImpact: Blocking\n\nThe menu is gone.\nOnly on my phone.\n\nCoop Tray 0.1.0, Debian 12',
  );
  expect(content['msgtype']).toBe('m.text');
  expect(content[feedbackField]).toMatchObject({
    v: 1,
    id: 'f-1',
    kind: 'broken',
    severity: 'high',
  });
});

test.each<[string, Partial<Feedback>, string]>([
  [
    'nothing that the list names',
    { about: { what: 'other', name: 'Something else' } },
    'Problem: The menu is gone.',
  ],
  ['no kind', { kind: 'comment' }, 'Comment: Site (build 41)'],
])('feedback with %s has a title that says what it is', (_what, more, title) => {
  const content = JSON.parse(matrixContent(t, { ...feedback, ...more })) as { body: string };
  expect(content.body.split('\n')[0]).toBe(title);
});

test('a name of several lines, or no text at all, is no feedback', () => {
  expect(v.is(FeedbackSchema, feedback)).toBe(true);
  expect(v.is(FeedbackSchema, { ...feedback, text: ' \n ' })).toBe(false);
  expect(v.is(FeedbackSchema, { ...feedback, text: 'half \ud83d' })).toBe(false);
  expect(v.is(FeedbackSchema, { ...feedback, system: 'a\nb' })).toBe(false);
});

describe('an issue', () => {
  test('without a template', () => {
    const { title, body, labels } = issue();
    expect([title, labels]).toEqual(['Problem: Site (build 41)', []]);
    expect(body.endsWith(markerOf('f-1'))).toBe(true);
  });

  test('fills the headings of a Markdown template', () => {
    const text =
      '---\ntitle: "Ticket: "\nlabels: "wg:infrastructure, [priority-★★☆]"\n---\nThanks!\n\n## Incident\n<!-- what -->\n\n## Priority\n- [ ] low\n';
    const { title, body, labels } = issue(readTemplate('ticket.md', text));
    expect(title).toBe('Ticket: Problem: Site (build 41)');
    expect(labels).toEqual(['wg:infrastructure', '[priority-★★☆]']);
    expect(body).toContain(
      'Thanks!\n\n## Incident\n\nThe menu is gone.\nOnly on my phone.\n\n## Priority\n\n- [ ] low',
    );
  });

  test('answers the fields of a form', () => {
    const text =
      'name: Bug\ndescription: x\nlabels: [bug]\nbody:\n  - type: markdown\n    attributes: { value: hi }\n  - type: textarea\n    id: what\n    attributes: { label: What happened }\n  - type: input\n    attributes: { label: Browser }\n';
    const { body, labels } = issue(readTemplate('bug.yml', text));
    expect(labels).toEqual(['bug']);
    expect(body).toContain(
      '### What happened\n\nThe menu is gone.\nOnly on my phone.\n\n### Browser\n\n_No response_',
    );
  });

  test.each([
    ['aliases', 'labels: [bug]\na: &a [x]\nbody: [*a, *a]'],
    ['no fields', 'labels: [bug]'],
    ['no YAML', 'body: [}'],
    ['too large', `body: ${' '.repeat(templateLimit)}`],
  ])('a form with %s is no template', (_what, text) => {
    expect(readTemplate('bug.yml', text)).toBeUndefined();
  });

  test('goes into the browser’s form, or not at all', () => {
    const content = issueContent(t, feedback);
    const address = new URL(formAddress('https://github.example/coop/beta/', content) ?? '');
    expect(address.pathname).toBe('/coop/beta/issues/new');
    expect(address.searchParams.get('body')).toContain('Only on my phone.');
    const long = issueContent(t, { ...feedback, text: 'é'.repeat(5000) });
    expect(formAddress('https://github.example/coop/beta', long)).toBeUndefined();
  });
});

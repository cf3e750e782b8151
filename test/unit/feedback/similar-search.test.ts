import { expect, test } from 'vitest';
import { createSimilarSearch } from '../../../main/features/feedback/similar-search.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';

const plan: DestinationPlan = { id: 'beta', via: 'matrix', name: 'Beta', room: '#beta:localhost' };
const said = { about: { what: 'app', name: 'Coop Tray' }, text: 'slow' } as const;
const known = {
  id: '$1',
  title: 'Problem: Coop Tray',
  permalink: 'https://m.example/1',
  mine: false,
};

function watch(permalink = known.permalink) {
  const opened: string[] = [];
  const agreed: string[] = [];
  let refuses = false;
  let member = '@ada:coop';
  let repository = '1';
  const search = createSimilarSearch({
    bound: async (one) => ({ via: one.via, member, repository }),
    similar: async () => {
      if (refuses) throw new DeliveryError(trouble('offline'), {});
      return [{ ...known, permalink }];
    },
    plusOne: async (_plan, id) => {
      if (refuses) throw new DeliveryError(trouble('offline'), {});
      agreed.push(id);
    },
    openAddress: (url) => opened.push(url),
  });
  return {
    ...search,
    opened,
    agreed,
    refuse: () => (refuses = true),
    become: (other: string) => (member = other),
    lead: (other: string) => (repository = other),
  };
}

test('what was found can be opened and agreed with; what was not found cannot', async () => {
  const search = watch();
  expect(await search.plusOne('$1')).toBe('failed');
  search.open('$1');
  await search.run(plan, said);
  expect(await search.plusOne('$1')).toBe('done');
  expect(await search.plusOne('$2')).toBe('failed');
  search.open('$1');
  search.open('$2');
  expect([search.agreed, search.opened]).toEqual([['$1'], ['https://m.example/1']]);
});

test('where nothing can be asked, nothing is offered', async () => {
  const search = watch();
  search.refuse();
  expect(await search.run(plan, said)).toEqual([]);
});

test('no answer makes the app open anything but a page', async () => {
  const search = watch('file:///etc/passwd');
  await search.run(plan, said);
  search.open('$1');
  expect(search.opened).toEqual([]);
});

test('what was found in one name is agreed with in no other', async () => {
  const search = watch();
  await search.run(plan, said);
  search.become('@sam:coop');
  expect([await search.plusOne('$1'), search.agreed]).toEqual(['failed', []]);
});

test('what was found in one repository is agreed with in no other of its name', async () => {
  const search = watch();
  await search.run(plan, said);
  search.lead('2');
  expect([await search.plusOne('$1'), search.agreed]).toEqual(['failed', []]);
});

test('what was found is gone once the document names other destinations', async () => {
  const search = watch();
  await search.run(plan, said);
  search.clear();
  search.open('$1');
  expect([await search.plusOne('$1'), search.agreed, search.opened]).toEqual(['failed', [], []]);
});

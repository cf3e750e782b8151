import { expect, test } from 'vitest';
import { createLooking } from '../../../main/features/feedback/similar-search.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';

const plan: DestinationPlan = { id: 'beta', via: 'matrix', name: 'Beta', room: '#beta:localhost' };
const said = { about: { what: 'app', name: 'Coop Tray' }, text: 'slow' } as const;
const known = {
  id: '$1',
  title: 'Broken: Coop Tray',
  permalink: 'https://m.example/1',
  mine: false,
};

function watch(permalink = known.permalink) {
  const opened: string[] = [];
  const agreed: string[] = [];
  let refuses = false;
  let member = '@ada:coop';
  let repository = '1';
  const looking = createLooking({
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
    ...looking,
    opened,
    agreed,
    refuse: () => (refuses = true),
    become: (other: string) => (member = other),
    lead: (other: string) => (repository = other),
  };
}

test('what was found can be opened and agreed with; what was not found cannot', async () => {
  const looking = watch();
  expect(await looking.plusOne('$1')).toBe('failed');
  looking.open('$1');
  await looking.look(plan, said);
  expect(await looking.plusOne('$1')).toBe('done');
  expect(await looking.plusOne('$2')).toBe('failed');
  looking.open('$1');
  looking.open('$2');
  expect([looking.agreed, looking.opened]).toEqual([['$1'], ['https://m.example/1']]);
});

test('where nothing can be asked, nothing is offered', async () => {
  const looking = watch();
  looking.refuse();
  expect(await looking.look(plan, said)).toEqual([]);
});

test('no answer makes the app open anything but a page', async () => {
  const looking = watch('file:///etc/passwd');
  await looking.look(plan, said);
  looking.open('$1');
  expect(looking.opened).toEqual([]);
});

test('what was found in one name is agreed with in no other', async () => {
  const looking = watch();
  await looking.look(plan, said);
  looking.become('@sam:coop');
  expect([await looking.plusOne('$1'), looking.agreed]).toEqual(['failed', []]);
});

test('what was found in one repository is agreed with in no other of its name', async () => {
  const looking = watch();
  await looking.look(plan, said);
  looking.lead('2');
  expect([await looking.plusOne('$1'), looking.agreed]).toEqual(['failed', []]);
});

test('what was found is gone once the document names other destinations', async () => {
  const looking = watch();
  await looking.look(plan, said);
  looking.clear();
  looking.open('$1');
  expect([await looking.plusOne('$1'), looking.agreed, looking.opened]).toEqual(['failed', [], []]);
});

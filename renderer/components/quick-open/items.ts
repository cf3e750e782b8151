/** Everything that quick open finds. */
import type { RoomView } from '../../../shared/coop/room-view.ts';
import type { Findable } from '../../../shared/links/search.ts';
import type { LinkView } from '../../../shared/links/state.ts';
import type { RailPage } from '../../../shared/pages.ts';
import type { Route } from '../../../shared/route.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import type { Words } from '../../app/words.ts';

export type Item = Findable &
  Readonly<{
    kind: 'link' | 'service' | 'room' | 'page' | 'action';
    /** Shown after its name. */
    detail?: string;
    run: (argument: string | undefined) => void;
  }>;

type Given = Readonly<{
  links: readonly LinkView[];
  services: readonly ServiceView[];
  rooms: readonly RoomView[];
  pages: readonly RailPage[];
  go: (route: Route) => void;
}>;

/** Pages first: they are what is shown before anything is typed or was picked. */
export function itemsOf(
  { t }: Words,
  { links, services, rooms, pages, go }: Given,
): readonly Item[] {
  return [
    ...pages.map((page): Item => ({
      id: `page:${page}`,
      kind: 'page',
      names: [t(`page.${page}`)],
      run: () => go({ page }),
    })),
    {
      id: 'action:check',
      kind: 'action',
      names: [t('keys.check')],
      run: () => void call('status.checkNow', {}),
    },
    ...services.map(({ id, name }): Item => ({
      id: `service:${id}`,
      kind: 'service',
      names: [name],
      run: () => go({ page: 'status', serviceId: id }),
    })),
    ...rooms.map(({ id, name, host, phone }): Item => {
      const detail = host ?? phone?.number;
      return {
        id: `room:${id}`,
        kind: 'room',
        names: [name],
        ...(detail === undefined ? {} : { detail }),
        // A room that can only be called has its number on the page.
        run: () =>
          host === undefined
            ? go({ page: 'calls' })
            : void call('link.open', { roomId: id, which: 'page' }),
      };
    }),
    ...links.map(({ keyword, shown, takesArgument }): Item => ({
      id: `link:${keyword}`,
      kind: 'link',
      names: [keyword],
      besides: shown,
      detail: shown,
      ...(takesArgument ? { takesArgument } : {}),
      run: (argument) => void call('links.open', { keyword, argument }),
    })),
  ];
}

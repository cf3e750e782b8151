import { useEffect, useState } from 'react';
import { call } from './bridge.ts';

/** The co-op's logo as a `data:` address. `mark` changes with the picture; undefined if there is none. */
export function useLogo(mark: string | undefined): string | undefined {
  const [loaded, setLoaded] = useState<Readonly<{ mark: string; image: string | undefined }>>();
  useEffect(() => {
    if (mark === undefined) return undefined;
    let isLeft = false;
    call('logo.get', undefined).then(
      (image) => {
        if (!isLeft) setLoaded({ mark, image });
      },
      // The initials stay.
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [mark]);
  return loaded?.mark === mark ? loaded?.image : undefined;
}

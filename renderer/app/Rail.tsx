import { useEffect, useRef } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import type { RailPage } from '../../shared/pages.ts';
import { badgeOf, pagesIn } from '../../shared/pages.ts';
import { Badge } from '../components/Badge.tsx';
import { CoopMark } from '../components/CoopMark.tsx';
import { DocumentText } from '../components/DocumentText.tsx';
import { Said } from '../components/Said.tsx';
import { pageKeys } from './keys.ts';
import type { Go } from './page-props.ts';
import { pageIcons } from './pages.tsx';
import styles from './Rail.module.css';
import { useLogo } from './use-logo.ts';
import { useWords } from './words.ts';

type Props = Readonly<{ snapshot: Snapshot; coop: CoopView; page: RailPage; go: Go }>;

export function Rail({ snapshot, coop, page, go }: Props) {
  const { t } = useWords();
  const logo = useLogo(snapshot.logo);
  const list = useRef<HTMLUListElement>(null);
  // In a narrow window the list is a line that scrolls sideways.
  useEffect(() => {
    const current = list.current?.querySelector(`[data-page='${page}']`);
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [page]);
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <p className={styles.coop} dir="auto">
        <CoopMark name={coop.name} logo={logo} />
        <span>
          <DocumentText>{coop.name}</DocumentText>
        </span>
      </p>
      <ul ref={list} className={`${styles.pages} scrolls`}>
        {pagesIn(coop).map((name, at) => {
          const Picture = pageIcons[name];
          const badge = badgeOf(name, snapshot);
          const news = badge && t(badge.label, { count: badge.count });
          return (
            <li key={name} data-page={name}>
              <button
                type="button"
                className={styles.page}
                aria-current={name === page ? 'page' : undefined}
                aria-keyshortcuts={pageKeys(at)}
                onClick={() => go({ page: name })}
              >
                <Said words={[t(`page.${name}`), news]}>
                  <Picture size={18} strokeWidth={1.75} />
                  <span className={styles.name}>{t(`page.${name}`)}</span>
                  {badge && <Badge tone={badge.tone}>{badge.count}</Badge>}
                </Said>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import { Star } from 'lucide-react';
import type { ServiceView } from '../../../shared/status/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { shownByNote } from '../../components/notification-policy/outcome.ts';
import styles from './StarButton.module.css';

type Props = Readonly<{ view: Pick<ServiceView, 'id' | 'name' | 'starred'> }>;

/** Made once, so that a row that changes does not draw it again. */
const star = <Star size={16} strokeWidth={1.75} aria-hidden="true" />;

/** Puts a service among the member’s own, or takes it out. */
export function StarButton({ view: { id, name, starred } }: Props) {
  const { t } = useWords();
  const label = t('status.star', { name });
  const toggle = () =>
    void call('policy.star', { serviceId: id, starred: !starred }).catch(shownByNote);
  return (
    <button
      type="button"
      className={`icon ${styles.star}`}
      aria-pressed={starred ?? false}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      {star}
    </button>
  );
}

import { initialsOf } from '../../shared/coop/initials.ts';
import styles from './CoopMark.module.css';

type Props = Readonly<{
  name: string;
  /** A picture as a `data:` address, instead of the initials. */
  logo?: string | undefined;
}>;

/** The co-op's tile. Decorative: its name stands beside it. */
export function CoopMark({ name, logo }: Props) {
  if (logo !== undefined) return <img className={styles.logo} src={logo} alt="" />;
  return (
    <span className={styles.mark} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

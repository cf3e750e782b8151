import { Mail, Phone } from 'lucide-react';
import type { CardView } from '../../../shared/coop/card.ts';
import { fold } from '../../../shared/text/fold.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';

type Props = Readonly<{ people: readonly string[]; card: CardView | undefined }>;

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** How to reach those to ask, as far as the emergency card says it. */
export function Ways({ people, card }: Props) {
  const { t } = useWords();
  const asked = new Set(people.map(fold));
  // Main knows the addresses by their place on the card.
  const known = (card?.contacts ?? [])
    .map((contact, index) => ({ ...contact, index }))
    .filter(({ name }) => asked.has(fold(name)));
  return known.map(({ name, phone, email, index }) => (
    <div key={index} className="row">
      {phone !== undefined && (
        <button
          type="button"
          onClick={() => void call('link.open', { contact: index, which: 'phone' })}
        >
          <Phone {...icon} />
          {t('emergency.callName', { name })}
        </button>
      )}
      {email !== undefined && (
        <button
          type="button"
          onClick={() => void call('link.open', { contact: index, which: 'email' })}
        >
          <Mail {...icon} />
          {t('emergency.writeName', { name })}
        </button>
      )}
    </div>
  ));
}

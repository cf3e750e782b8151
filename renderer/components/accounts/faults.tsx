import type { AccountFault } from '../../../shared/accounts/state.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';

export function FaultLine({ fault }: Readonly<{ fault: AccountFault | undefined }>) {
  const { t } = useWords();
  return <ErrorLine>{fault && t(`accounts.fault.${fault}`)}</ErrorLine>;
}

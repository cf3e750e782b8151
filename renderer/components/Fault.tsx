import { Component } from 'react';
import type { ReactNode } from 'react';
import { errorFacts } from '../../shared/log/line.ts';
import { call } from '../app/bridge.ts';
import { useWords } from '../app/words.ts';

/** For the log. */
async function tell(thrown: unknown): Promise<void> {
  const { error: name, at } = errorFacts(thrown);
  await call('window.fault', { name: String(name), at: String(at ?? '') }).catch(() => undefined);
}

type Props = Readonly<{ children: ReactNode }>;

/** Error boundary, so that a page that throws does not take the others down. React has them only as classes. */
export class Fault extends Component<Props, Readonly<{ broken: boolean }>> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(thrown: unknown) {
    void tell(thrown);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <FaultNote onRetry={() => this.setState({ broken: false })} />;
  }
}

function FaultNote({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  return (
    <div role="alert">
      <h1>{t('fault.title')}</h1>
      <p>{t('fault.explain')}</p>
      <button type="button" onClick={onRetry}>
        {t('fault.retry')}
      </button>
    </div>
  );
}

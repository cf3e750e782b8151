import { Component } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.ts';

type Props = Readonly<{ children: ReactNode }>;

/** Error boundary, so that a page that throws does not take the others down. React has them only as classes. */
export class Fault extends Component<Props, Readonly<{ broken: boolean }>> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
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

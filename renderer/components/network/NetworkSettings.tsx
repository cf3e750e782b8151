import { useState } from 'react';
import type { ProxySetting } from '../../../shared/net/proxy-choice.ts';
import { proxyAddressLimit } from '../../../shared/net/proxy-choice.ts';
import { parseProxy, proxyName } from '../../../shared/net/proxy.ts';
import type { ProxyState } from '../../../shared/proxy/ipc.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import type { AddressAttempt } from '../AddressForm.tsx';
import { AddressForm } from '../AddressForm.tsx';
import { ErrorLine } from '../ErrorLine.tsx';
import { Failed } from '../Failed.tsx';
import { Loading } from '../Loading.tsx';
import { OptionGroup } from '../OptionGroup.tsx';
import { Retriable } from '../Retriable.tsx';
import { ProxyInUse } from './ProxyInUse.tsx';
import { ProxyLogin } from './ProxyLogin.tsx';
import { useProxy } from './proxy-state.ts';

/** `takesFocus`: the member came to log in to the proxy. */
type Props = Readonly<{ takesFocus?: boolean }>;

/** Which proxy is used, from where, and what a member can do about it. */
export function NetworkSettings(props: Props) {
  return <Retriable>{(onRetry) => <Loaded onRetry={onRetry} {...props} />}</Retriable>;
}

function Loaded({ onRetry, takesFocus = false }: Props & Readonly<{ onRetry: () => void }>) {
  const { t } = useWords();
  const state = useProxy();
  if (state === undefined) return <Loading />;
  if (state === 'failed') return <Failed text={t('proxy.failed')} onRetry={onRetry} />;
  return (
    <>
      <ProxyLogin state={state} takesFocus={takesFocus} />
      <ProxyInUse inUse={state.inUse} />
      <Choice setting={state.setting} />
    </>
  );
}

const uses = ['automatic', 'none', 'address'] as const;

function Choice({ setting }: Pick<ProxyState, 'setting'>) {
  const { t } = useWords();
  // A member who chooses an address has yet to type it: until then nothing changes.
  const [chosen, setChosen] = useState(setting.use);
  const [isBroken, setBroken] = useState(false);
  const choose = (use: (typeof uses)[number]) => {
    setChosen(use);
    setBroken(false);
    if (use !== 'address') void apply({ use }).catch(() => setBroken(true));
  };
  return (
    <>
      <OptionGroup
        legend={t('proxy.legend')}
        chosen={chosen}
        onChoose={choose}
        options={[
          { value: 'automatic', label: t('proxy.automatic'), help: t('proxy.automatic.help') },
          { value: 'none', label: t('proxy.none'), help: t('proxy.none.help') },
          { value: 'address', label: t('proxy.address') },
        ]}
      />
      <ErrorLine>{isBroken && t('fault.call')}</ErrorLine>
      {chosen === 'address' && (
        <Address initial={setting.use === 'address' ? setting.address : ''} />
      )}
    </>
  );
}

function Address({ initial }: Readonly<{ initial: string }>) {
  const { t } = useWords();
  const use = async (typed: string): Promise<AddressAttempt> => {
    const proxy = typed.length <= proxyAddressLimit ? parseProxy(typed) : undefined;
    if (!proxy) return { address: typed, error: t('proxy.address.wrong') };
    await apply({ use: 'address', address: typed });
    const name = proxyName(proxy);
    return {
      address: `${proxy.scheme}://${name}`,
      done: t('proxy.address.saved', { proxy: name }),
    };
  };
  return (
    <AddressForm
      label={t('proxy.address.label')}
      help={t('proxy.address.help')}
      initial={initial}
      submitLabel={t('proxy.address.save')}
      busyLabel={t('proxy.address.save')}
      onSubmit={use}
    />
  );
}

/** What could not be checked before may be reached now. */
async function apply(setting: ProxySetting): Promise<void> {
  await call('proxy.set', { setting });
  await call('status.checkNow', {});
}

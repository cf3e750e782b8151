import type { InputHTMLAttributes, RefObject } from 'react';
import { useRef } from 'react';
import { Field } from './Field.tsx';

/** The password is never in the window's state: only in its field, and in what is sent. */
export type Login = Readonly<{
  user: RefObject<HTMLInputElement | null>;
  password: RefObject<HTMLInputElement | null>;
  typed: () => Readonly<{ user: string; password: string }>;
  clearPassword: () => void;
}>;

export function useLogin(): Login {
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  return {
    user,
    password,
    typed: () => ({
      user: user.current?.value.trim() ?? '',
      password: password.current?.value ?? '',
    }),
    clearPassword: () => {
      if (password.current) password.current.value = '';
    },
  };
}

type Input = InputHTMLAttributes<HTMLInputElement>;
type Props = Readonly<{
  login: Login;
  labels: Readonly<{ user: string; password: string }>;
  /** What the two fields accept, where it differs. */
  userInput?: Input;
  passwordInput?: Input;
}>;

/** A name and a password. */
export function LoginFields({ login, labels, userInput, passwordInput }: Props) {
  return (
    <>
      <Field label={labels.user}>
        {(control) => (
          <input
            {...control}
            ref={login.user}
            required
            maxLength={255}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...userInput}
          />
        )}
      </Field>
      <Field label={labels.password}>
        {(control) => (
          <input
            {...control}
            ref={login.password}
            type="password"
            maxLength={255}
            autoComplete="off"
            {...passwordInput}
          />
        )}
      </Field>
    </>
  );
}

import { useLanguageOf } from '../app/text-languages.ts';

/** A text of the co-op's document, in its own language and direction. */
export function DocumentText({ children: text }: Readonly<{ children: string }>) {
  return (
    <bdi dir="auto" lang={useLanguageOf(text)}>
      {text}
    </bdi>
  );
}

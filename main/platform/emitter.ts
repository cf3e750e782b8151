/**
 * Calls its listeners in the order in which they subscribed. A listener removed during `emit` is no longer called; one
 * added waits for the next value. If a listener throws, the others still run, and then `emit` throws the first error.
 */
export type Emitter<T> = Readonly<{
  /** Returns the function that unsubscribes. */
  on: (listener: (value: T) => void) => () => void;
  emit: (value: T) => void;
  /** Unsubscribes all listeners. */
  clear: () => void;
}>;

export function createEmitter<T>(): Emitter<T> {
  const subscriptions = new Set<Readonly<{ listener: (value: T) => void }>>();
  return {
    on: (listener) => {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
    emit: (value) => {
      const errors: unknown[] = [];
      const before = [...subscriptions];
      for (const subscription of before) {
        if (!subscriptions.has(subscription)) continue;
        try {
          subscription.listener(value);
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
    clear: () => subscriptions.clear(),
  };
}

/**
 * Tells its listeners about a value, in the order in which they subscribed. During an `emit`, a listener that is removed
 * is no longer called, and one that is added waits for the next value. One that throws does not keep the value from the
 * others: `emit` throws the first error once all have been called.
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

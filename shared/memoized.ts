/** More keys than this are not worth the memory. */
const keptLimit = 1000;

/** Calls a pure function once for each key. */
export function memoized<K, T>(compute: (key: K) => T): (key: K) => T {
  const answers = new Map<K, T>();
  return (key) => {
    const answer = answers.get(key);
    if (answer !== undefined || answers.has(key)) return answer as T;
    if (answers.size >= keptLimit) answers.clear();
    const result = compute(key);
    answers.set(key, result);
    return result;
  };
}

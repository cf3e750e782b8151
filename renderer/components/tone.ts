/** How good a state is, for colours and soft fills. The shape and the words beside it always say the same. */
export type Tone = 'good' | 'minor' | 'bad' | 'planned' | 'unknown';

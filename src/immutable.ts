/** A value that nobody changes: generated types say nothing of that. */
export type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

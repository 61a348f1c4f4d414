import type { Language } from '../../contracts/language.ts';

/**
 * A page group's texts: the same keys in every language, so that a missing text is a compile error.
 * `T` is the shape of one language's texts; values are strings or functions that build a string.
 */
export type Texts<T> = Readonly<Record<Language, T>>;

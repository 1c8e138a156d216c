/** What the scripts of the pages share. Nothing of this is published. */

interface View {
  actor?: string[];
  type?: string[];
  place?: string[];
  topic?: string[];
  status?: string[];
  source?: string[];
  key?: boolean;
  from?: string;
  to?: string;
  asOf?: string;
  order?: string;
  q?: string;
  /** The site's own fields. */
  [field: string]: string[] | string | boolean | undefined;
}

/** [id, label, events, other names folded and one a line, a note] */
type Option = [id: string, label: string, total?: number, others?: string, note?: string];

interface Facet {
  name: string;
  label: string;
  options: Option[];
}

interface FacetsFile {
  events: number;
  shards: number;
  key: number;
  result: string;
  words: Record<string, string>;
  pages: string[];
  facets: Facet[];
}

interface RowsFile {
  ids: string[];
  page: number[];
  day: number[];
  length: number[];
  form: number[];
  key: number[];
  facets: Record<string, number[][]>;
  instant: Record<string, number>;
  after: Record<string, string[]>;
}

/** [since, its day, length, form, status, look, doubts, instant, actors]; with the first alone it was not known. */
type StoodRow = [since: number, day: number, length?: number, form?: number, status?: number, look?: number, doubts?: number, instant?: number, actors?: number[] | 0];

interface DaysFile {
  /** Of each event's sources, in turn: since when each is known, and who published it. */
  cited: (number | null)[][];
  rows: StoodRow[][];
}

/** Lists of numbers: those of row n stand from at[n] to at[n + 1]. */
interface Lists {
  at: Uint32Array;
  numbers: Uint32Array;
}

interface Stood {
  day: number;
  form: number;
  instant: number;
  status: number;
  look: number;
  doubts: number;
  known: boolean[];
  actors: number[] | 0;
  isOverdue: boolean;
  isRetracted: boolean;
}

interface Columns {
  order: Int32Array;
  first: Int32Array;
  last: Int32Array;
  key: Uint8Array;
  lists: Record<string, Lists>;
  stood?: (Stood | undefined)[];
  day?: number;
}

interface Index {
  about: FacetsFile;
  ids: string[];
  day: Int32Array;
  form: Uint8Array;
  instant: Float64Array;
  after: Map<number, string[]>;
  page: number[];
  names: Map<string, number>[];
  now: Columns;
}

/** What stands around the entries of a fragment. A pair stands around what it holds. */
interface FragmentFile {
  /** The row of each shard's first event. */
  shards: number[];
  opening: string;
  subtitle: [string, string];
  count: [before: string, between: string, after: string];
  before: string;
  /** What closes a section, by its level. */
  ends: string[];
  sources: [string, string];
  closing: string;
  events: { words: string[]; forms: string };
  asOf: string;
  newest: string;
  dates: { year: string; bce: string; ce: string; months: string[]; first: string[]; days: string[] };
}

interface FragmentEvent {
  year: string;
  month: string;
  newest: [day: number, coarseness: number, words: string] | null;
  actors: string[];
  /** A number is that of a source, from 1 on. */
  html: (string | number)[];
}

interface FragmentPart {
  headings: Record<string, string>;
  events: Record<string, FragmentEvent>;
  sources: [id: string, ...html: (string | number)[]][];
}

interface Fault {
  name: string;
  value: string;
  why: "unknown" | "undated" | "unday" | "unordered" | "failed";
}

interface Choice {
  rows: number[];
  counts: Uint32Array[];
  keys: number;
  faults: Fault[];
}

interface Loader {
  /** What was fetched, or is being fetched, by its name. */
  asked: Map<string, Promise<unknown>>;
  facets(): Promise<FacetsFile>;
  rows(): Promise<Index>;
  titles(): Promise<string[]>;
  days(): Promise<DaysFile[]>;
}

/** Entries as they looked on an earlier day. */
interface Looks {
  /** The entry's row of the list, with the headings that it stands under. */
  copy(entry: Element, stood?: Stood): HTMLElement;
  /** Such rows under the headings of years and months; `entry` is what each was copied from. */
  arranged(rows: { entry: Element; item: HTMLElement }[]): Element[];
  /** What is said above them: as of which day they are told, and what is today's. */
  noted(day: string): Element;
}

/** An earlier day in a frame. */
interface Earlier {
  columns(index: Index, words: string): Columns | null;
  /** `words` are the day, as they are written. */
  show(index: Index, columns: Columns | null | undefined, rows: number[], words: string): void;
}

interface Entries {
  show(index: Index, columns: Columns, choice: Choice, words: { more: string; none: string; then: string }, isTyping: boolean): Promise<number>;
  restore(): void;
  /** The list of the page, and the one that stands in its place while there is a view. */
  own: Element;
  shown: HTMLElement;
  /** Entries of the page by id, other pages by address, and copies of entries by id and day. */
  here: Map<string, Element>;
  pages: Map<string, Document>;
  copies: Map<string, HTMLElement>;
}

interface Form {
  ready(about: FacetsFile): void;
  tell(view: View, choice?: Choice, shown?: number): string;
  fail(): void;
  /** Take the next facets for new ones. */
  renew(): void;
}

/** What the filters hold, for a preview: there it does not stay as it was fetched. */
interface Filters {
  loader: Loader;
  entries: Entries;
  form: Form;
  begin(): Promise<void>;
  apply(): Promise<void>;
  /** Let go of how events stood on the last day that was asked for. */
  forget(): void;
}

interface Pagefind {
  search(words: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

interface Found {
  url: string;
  raw_url?: string;
  excerpt: string;
  meta: { title?: string };
}

type Make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes?: Record<string, string>,
  ...children: (Node | string)[]
) => HTMLElementTagNameMap[Name];

interface Dateline {
  fetch?: (address: string, options?: RequestInit) => Promise<{ ok: boolean; status: number; json(): Promise<any>; text(): Promise<string> }>;
  given?: any;
  /** What the reader asks for now. */
  readonly view: View;
  /** Ask for something else beside it; what is undefined is no longer asked for. */
  setView(change: Partial<View>, isTyping?: boolean): void;
  /** The ids of the events that are asked for, where not all are. */
  chosen?: () => Set<string>;
  filters?: Filters;
  read(search: string, fields: string[]): View;
  write(view: View, search: string, fields: string[]): string;
  days(text: string): [number, number] | null;
  fold(text: string): string;
  loader(place: string): Loader;
  columns(about: FacetsFile, parts: RowsFile[]): Index;
  joined(lists: number[][]): Lists;
  touched(day: number, length: number, form: number): [number, number];
  choose(index: Index, columns: Columns, titles: string[], view: View): Choice;
  asOf(index: Index, parts: DaysFile[], day: number): Columns;
  earlier?: Earlier;
  looks: Looks;
  entries(home: string): Entries;
  form(root: HTMLFormElement, change: (change: Partial<View>, isTyping?: boolean) => void, begin: () => Promise<void>): Form;
  make: Make;
  texts(folder: string, place: HTMLElement): (q: string, words: Record<string, string>) => void;
}

interface Window {
  dateline: Dateline;
}

// The shapes the page works with: `postil/1` as it is exported, and what the page derives from it.

export interface Span {
  start: number;
  end: number;
  start16: number;
  end16: number;
  exact?: string;
  prefix?: string;
  suffix?: string;
}

export interface Reason {
  code: string;
  text: string;
  span?: Span | null;
}

export interface Common {
  id: string;
  confidence: "high" | "medium" | "low";
  by?: { kind: "rule" | "lexicon" | "model" | "user"; rule?: string | null };
  reasons?: Reason[];
  status?: "suggested" | "accepted" | "rejected" | "edited";
}

export type NameKind =
  | "person" | "organisation" | "place" | "group" | "event"
  | "work" | "law" | "product" | "language" | "contact";

export interface Mention extends Common {
  span: Span;
  kind: NameKind;
  label?: string | null;
  form: "name" | "short" | "acronym" | "nominal" | "pronoun";
  parts?: Record<string, Span | null> | null;
  title?: Span | null;
  entity?: string | null;
}

export interface Role {
  title: string;
  organisation?: string | null;
  span: Span;
}

export interface Entity extends Common {
  name: string;
  aliases?: string[];
  kind: NameKind;
  label?: string | null;
  mentions: string[];
  roles?: Role[];
  quoted?: string[];
}

export type FigureKind =
  | "money" | "percent" | "percentagePoint" | "count" | "quantity" | "ratio"
  | "ordinal" | "rank" | "score" | "age" | "cardinal";

export interface Figure extends Common {
  span: Span;
  kind: FigureKind;
  value?: string | null;
  range?: { low: string | null; high: string | null } | null;
  unit?: string | null;
  unitName?: string | null;
  currencyAssumed?: boolean;
  approx?: "≥" | "≤" | ">" | "<" | "~" | null;
  also?: {
    value?: string | null;
    range?: { low: string | null; high: string | null } | null;
    unit: string;
    unitName: string;
    agrees?: boolean | null;
  } | null;
  measures?: { what: string; of?: string | null; span?: Span | null } | null;
  change?: { direction: "up" | "down"; base?: string | null } | null;
  asOf?: string | null;
  claim?: string | null;
}

export interface Time extends Common {
  span: Span;
  kind: "date" | "time" | "duration" | "set" | "range";
  interval?: { from: string | null; to: string | null } | null;
  timex3?: { type: string; value: string | null; mod?: string | null } | null;
  grain?: string | null;
  known?: string[];
  implied?: string[];
  basis?: string | null;
  alternatives?: string[];
  event?: { span: Span } | null;
}

export interface Source {
  span: Span;
  form?: string;
  entity?: string | null;
  kind?: "named" | "unnamed" | "group" | "document";
  anonymous?: boolean;
  anonymityReason?: Span | null;
}

export interface Claim extends Common {
  mode: "direct" | "indirect" | "mixed" | "narrator";
  content: Span[];
  cue?: { span: Span; lemma?: string; class?: string } | null;
  source?: Source | null;
  channel?: string | null;
  polarity?: string;
  negation?: Span[];
  hedges?: Span[];
  modality?: string;
  parent?: string | null;
  checkworthy?: { score: number; reasons?: Reason[] } | null;
  figures?: string[];
  times?: string[];
  entities?: string[];
}

export interface Relation extends Common {
  type: string;
  from: string;
  to: string;
  cue?: Span | null;
  spans: Span[];
  claim?: string | null;
}

/** Something that the article states, or that a source in it does. */
export interface Fact extends Common {
  kind: "statement" | "amount" | "role";
  subject: { span?: Span | null; entity?: string | null; name: string };
  predicate: { spans: Span[]; lemma: string; type: string | null; voice: "active" | "passive" } | null;
  arguments: { role: string; span: Span; item?: string | null }[];
  standing: "happened" | "happening" | "planned" | "predicted" | "possible" | "demanded" | "conditional";
  polarity: "positive" | "negative";
  claim?: string | null;
  time?: string | null;
  figures: string[];
  salience: { score: number; reasons: Reason[] };
  text: string;
}

/** What is said of a person, a body or the matter: slots, or a table where there are columns. */
export interface Card {
  id: string;
  kind: "person" | "organisation" | "court" | "match" | "results" | "disaster" | "market";
  entity?: string | null;
  title: string;
  columns: string[];
  rows: { label: string; cells: { text: string; spans: Span[]; item?: string | null }[] }[];
}

export interface Finding extends Common {
  code: string;
  members: string[];
  text: string;
  computation?: string | null;
  dismissed?: boolean;
}

export interface Block {
  id: string;
  kind:
    | "headline" | "subhead" | "dateline" | "byline" | "paragraph"
    | "caption" | "list" | "pullquote" | "boilerplate";
  span: Span;
  included: boolean;
  reasons?: Reason[];
}

export interface Postil {
  format: "postil";
  version: string;
  generator?: {
    name: string;
    version: string;
    model?: string | null;
    options?: { html?: boolean; insist?: boolean; whole?: boolean };
  };
  document: {
    id: string;
    text: string | null;
    /** Code points that were cut off its end before it was read. */
    truncated?: number;
    length?: { codePoint: number; utf16: number };
    source?: { title?: string | null; site?: string | null } | null;
    language?: { tag: string; confidence: number | string } | null;
    blocks: Block[];
    sentences: { span: Span }[];
  };
  reference: {
    date: string | null;
    basis: "user" | "dateline" | "byline" | "none";
    dateOrder?: "dmy" | "mdy" | null;
    span?: Span | null;
  };
  mentions: Mention[];
  entities: Entity[];
  figures: Figure[];
  times: Time[];
  claims: Claim[];
  relations: Relation[];
  facts: Fact[];
  cards: Card[];
  findings: Finding[];
  review?: Review[];
  extensions?: Record<string, unknown>;
}

/** What two exports differ in, as the core says it. */
export interface Comparison {
  rows: Difference[];
  /** Words that were replaced: UTF-16, in the old text and in the new one. */
  hunks: { old: [number, number]; new: [number, number] }[];
}

export interface Difference {
  layer: string;
  change: "came" | "went" | "changed";
  old: { id: string; name: string; spans: Span[] } | null;
  new: { id: string; name: string; spans: Span[] } | null;
  fields: { name: string; old: string; new: string }[];
}

/** Something that can be compared: an open article as it is or was, or a file. */
export interface Version {
  key: string;
  name: string;
  json(): Promise<string>;
}

/** A person's decision. What it was and what it is depend on the action. */
export interface Review {
  seq: number;
  /** Empty of an item that is being added. */
  target: string;
  anchor?: Span | null;
  action: string;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  scope?: "here" | "all";
  by?: "user" | "lexicon";
  /** Why it does not hold in this text, if it does not. */
  problem?: string;
}

/** A decision that is not in the list yet. */
export type Draft = Omit<Review, "seq">;

/** What is decided about a name in every article. */
export interface LexiconEntry {
  words: string;
  action: "always" | "never" | "call";
  /** Of what is always marked. */
  kind?: NameKind;
  /** What it is called. */
  name?: string;
}

/** A point of an article's history: what led to it, and what the article is annotated with since. */
export interface Step {
  words: string;
  given: Given;
  /** What it changed in the person's lexicon. */
  lexicon?: { before: LexiconEntry | null; after: LexiconEntry };
  /** The article's text from here on, where this step changed it. */
  text?: string;
}

/** An article that is open, with its history and the step at which one stands. */
export interface OpenArticle {
  id: number;
  title: string;
  /** As it was opened. */
  text: string;
  /** What an imported export holds of others: it goes out again with every export. */
  kept: Record<string, unknown>;
  steps: Step[];
  at: number;
}

/** A row of the list of what is kept on this device. */
export interface KeptArticle {
  key: string;
  /** Counts its writes. */
  rev: number;
  title: string;
  /** Milliseconds since 1970. */
  saved: number;
  decisions: number;
  /** Characters of what is kept. */
  size: number;
}

/** The layers a reader can switch off. */
export type Layer = "names" | "figures" | "claims";
export type Layers = Record<Layer, boolean>;

/** One item of a layer, whatever its list. */
export type Item =
  | { layer: "mention"; id: string; item: Mention; spans: Span[] }
  | { layer: "figure"; id: string; item: Figure; spans: Span[] }
  | { layer: "time"; id: string; item: Time; spans: Span[] }
  | { layer: "claim"; id: string; item: Claim; spans: Span[] };

/** A stretch of text that is drawn in one way. Offsets are UTF-16. */
export interface Run {
  start: number;
  end: number;
  /** Everything that covers it, narrowest first. */
  ids: string[];
  /** The item whose near line it shows. */
  near: string | null;
  /** p o l g w n t: how the near line looks. */
  look: string | null;
  /** Tinted: the first name of its entity in the block. */
  tint: string | null;
  /** A letter stands over it. */
  letter: string | null;
  /** Claims around it, outermost first: its far lines. */
  claims: string[];
  /** The claim whose cue it is. */
  cue: string | null;
  /** It begins its near item; a continuation carries no letter. */
  first: boolean;
  /** It ends a near item that a person decided about. */
  decided: boolean;
  /** A person rejected what was marked here, and that is to be seen. */
  rejected: boolean;
}

/** A block as it is drawn. */
export interface Part {
  block: Block;
  /** The paragraph's number, as in ¶5. */
  number: number | null;
  start: number;
  end: number;
  /** Not the first piece of a block too long to draw at once. */
  continued: boolean;
}

/** A run of muted blocks, or one block (or a piece of one) in full. */
export type Piece = { fold: Block[] } | { part: Part };

/** An export, with what the page looks up in it again and again. */
export interface Reading {
  postil: Postil;
  /** The export itself, byte for byte. */
  json: string;
  text: string;
  title: string;
  items: Map<string, Item>;
  entities: Map<string, Entity>;
  blocks: Block[];
  /** Block id to paragraph number. */
  numbers: Map<string, number>;
  /** Findings by the id of their members. */
  flags: Map<string, Finding[]>;
  /** The claims that are sayings: without intentions, attitudes and agreements. */
  said: Claim[];
  /** The claims that are marked in the article. */
  voiced: Claim[];
  /** Left out at the end because the paste was too long. */
  cut: number;
}

export interface Given {
  date?: string;
  url?: string;
  title?: string;
  outline?: OutlinePiece[];
  /** What was decided, in order. */
  review?: Review[];
  /** A person's lexicon as JSON, where it is to be applied; what comes of it is in the review. */
  lexicon?: string;
  insist?: boolean;
  /** Code points that were cut off the text. */
  truncated?: number;
  whole?: boolean;
}

export interface OutlinePiece {
  text: string;
  role: string;
  linkShare: number;
  aside: boolean;
  main: boolean;
}

export type Tab = "facts" | "people" | "figures" | "timeline" | "claims" | "checks";

export interface Message {
  text: string;
  kind: "status" | "alert";
  action?: { label: string; run: () => void };
  /** Another thing to do instead. */
  other?: { label: string; run: () => void };
  /** Goes away by itself. */
  passing?: boolean;
}

export interface State {
  screen: "start" | "read";
  /** What was last pasted or opened; it is kept whatever happens to it. */
  draft: string;
  given: Given;
  reading: Reading | null;
  /** All that are open, and the one that is shown. */
  articles: OpenArticle[];
  /** By article what of its paste was too long to be read with its beginning. In memory alone. */
  rests: ReadonlyMap<number, string>;
  article: number | null;
  /** Those open that are kept on this device. */
  kept: ReadonlySet<number>;
  /** All that is kept on it. */
  shelf: (KeptArticle & { elsewhere: boolean })[];
  /** What is decided in every article, and whether this device keeps it. */
  lexicon: LexiconEntry[];
  lexiconKept: boolean;
  /** The lost decision, by its number, that a person is putting back. */
  restoring: number | null;
  /** What was rejected is shown, struck through. */
  rejected: boolean;
  /** Blocks unfolded to be looked at, not taken in. */
  shown: ReadonlySet<string>;
  layers: Layers;
  tab: Tab;
  sheet: "closed" | "half" | "full";
  /** The item whose row is current and whose words are lit. */
  current: string | null;
  /** The words to light and go to; a new object each time one goes somewhere. */
  jump: { spans: Span[]; ids: string[]; focus?: boolean } | null;
  /** The card that is open: the items stacked on one run, and the one in front. */
  card: { ids: string[]; at: string; anchor: Span } | null;
  /** Words that are lit because the pointer is on something that stands for them. */
  hover: Span[] | null;
  theme: "auto" | "light" | "dark";
  letters: boolean;
  busy: boolean;
  message: Message | null;
  /** A new version of the page waits to be used. */
  update: boolean;
  dialog: "attach" | "compare" | "export" | "keys" | "kept" | "lexicon" | "text" | null;
  /** The block whose words are being changed; none while it is all of the text. */
  rewriting: string | null;
  search: { open: boolean; query: string; at: number };
}

export interface Store {
  get(): State;
  set(patch: Partial<State>): void;
  subscribe(listen: (state: State, before: State) => void): void;
}

export interface View {
  update(state: State, before: State): void;
}

/** Where the words of the article stand in the page. */
export interface Places {
  reset(): void;
  add(node: Text, start: number): void;
  /** None where the words are folded away or not drawn yet. */
  range(start: number, end: number): Range | null;
  /** The place in the text of a place in the page; none where it is not in the article's words. */
  offset(node: Node, at: number): number | null;
}

/** What views may ask for; main.js answers. */
export interface Actions {
  read(text: string, html?: string): void;
  openFile(file: File): void;
  chooseFile(): void;
  sample(): void;
  again(given: Partial<Given>): void;
  /** Reads what comes after the part of a very long text that is on the page, as an article of its own. */
  readOn(): void;
  unfold(ids: string[], shown: boolean): void;
  stop(): void;
  forget(): void;
  /** Keeps the article on this device from now on, or deletes it there. */
  keep(): void;
  /** Opens a kept article; `steal` takes it over from another tab. */
  openKept(key: string, how?: { steal?: boolean; copy?: boolean }): void;
  deleteKept(key: string): void;
  /** Looks again at what is kept: another tab may have changed it. */
  lookAtKept(): void;
  setLexicon(words: string, entry: LexiconEntry | null): void;
  keepLexicon(on: boolean): void;
  readLexicon(json: string): void;
  saveLexicon(): void;
  applyLexicon(): void;
  /** The article left as a file that brings it back. */
  exported(): void;
  /** Opens the dialogue that changes the words of a block, or of the whole text. */
  edit(block: string | null): void;
  /** Puts words in the place of a stretch of the text, UTF-16. */
  rewrite(change: { start: number; end: number; words: string; outline?: OutlinePiece[] }): void;
  /** What can be compared, the article that is shown first. */
  versions(): Version[];
  versionOf(file: File): Promise<string>;
  compare(old: string, now: string): Promise<Comparison>;
  fresh(): void;
  show(spans: Span[], ids?: string[]): void;
  hover(spans: Span[] | null): void;
  /** Opens a card; `quiet` leaves the panel's tab. */
  open(ids: string[], at: string, anchor: Span, quiet?: boolean): void;
  close(): void;
  /** Decides, and says so; what does not fit is refused with its reason. */
  decide(decided: { entries: Draft[]; words: string; lexicon?: LexiconEntry }): void;
  /** Begins to put a lost decision back. */
  restore(seq: number): void;
  /** Puts it back at these words; UTF-16. */
  putBack(at: { start: number; end: number }): void;
  undo(): void;
  redo(): void;
  /** To a point of the history. */
  go(at: number): void;
  /** To another article that is open. */
  turnTo(article: number): void;
  shut(article: number): void;
  formats(): Promise<ExportFormat[]>;
  save(format: ExportFormat, options: ExportOptions): Promise<ExportFile>;
  say(message: Message | null): void;
  /** Goes over to the new version of the page. */
  update(): void;
}

/** As the core lists it; `text` says whether it can do without the article's text. */
export interface ExportFormat {
  name: string;
  title: string;
  group: string;
  about: string;
  extension: string;
  type: string;
  text: "needed" | "optional";
}
export interface ExportOptions { text: boolean; accepted: boolean; excel: boolean }
/** Of a file that is not text (a zip), `text` is what it holds, for people. */
export interface ExportFile { name: string; type: string; text: string; bytes?: Uint8Array<ArrayBuffer> }

/** What the single-file page puts in place of files beside the page. */
export interface Embedded {
  worker(): Worker;
  module: Promise<WebAssembly.Module> | WebAssembly.Module;
  sample: string;
}

declare global {
  // eslint-disable-next-line no-var
  var postilEmbedded: Embedded | undefined;
}

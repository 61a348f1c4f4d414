import { archetypeNames } from '../i18n/archetype-names.ts';

/** Texts of the analyst's pages, in English. */
export const messagesEn = {
  skip: 'Skip to the content',
  pages: 'Pages',
  segments: 'Segments',
  fieldwork: 'Fieldwork',
  respondentList: 'Respondents',
  studySetup: 'Study',
  tablets: 'Tablets',
  people: 'People',
  audit: 'Audit log',
  collect: 'Collect',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  translationNote: '',
  noSuchPage: 'There is no such page.',
  roles: {
    enumerator: 'enumerator',
    supervisor: 'supervisor',
    analyst: 'analyst',
    product: 'product team',
    administrator: 'administrator',
  },

  pageTitle: 'Segments',
  pageText: 'How digitally mature these clients are, and where.',
  study: 'Study',
  loadingStudies: 'Fetching your studies…',
  loadingSegments: 'Fetching the segments…',
  noStudies: 'There is no study that you may see yet. Your administrator can add one or give you access.',
  unknownStudy:
    'There is no such study, or it is not open to you. Choose another, or ask your administrator.',
  noRespondents: 'No interview has come in yet. The segments appear with the first one.',

  headline: 'The four archetypes',
  respondents: 'Respondents',
  placed: 'Placed in an archetype',
  notClassified: 'Answered too little to be placed',
  countUnweighted: (count: string) => `${count} respondents, before weighting`,
  countOf: (count: string, base: string) => `${count} of ${base}`,
  archetypes: archetypeNames.en,
  meanings: {
    Nascent: 'Little or no use of a phone so far. Meet them in person.',
    Experimenter: 'Calls, messages, a few apps. Not yet money.',
    Emerger: 'Uses digital tools regularly and has begun with money.',
    Enabled: 'Handles money on her own smartphone, on her own.',
  },

  rows: 'Rows',
  columns: 'Columns',
  swap: 'Swap rows and columns',
  weighted: 'Weighted',
  show: 'Show',
  shown: {
    column: 'Percent',
    uncertain: 'With uncertainty',
    standout: 'What stands out',
    row: 'Row %',
    count: 'Counts',
  },
  shownNote: {
    column: 'Percent of each column.',
    uncertain: 'Percent of each column, with its margin of uncertainty in percentage points.',
    standout: 'Percent of each column, and which differ by more than chance.',
    row: 'Percent of each row.',
    count: 'Respondents.',
  },
  methodTitle: 'Method',
  minimumBase: 'Withhold columns with fewer respondents than',
  noMinimumBase: 'Withhold none',
  confidence: 'Confidence of margins',
  correction: 'Correction for comparing many columns',
  corrections: {
    none: 'None',
    bonferroni: 'Bonferroni',
    holm: 'Holm',
    'benjamini-hochberg': 'Benjamini–Hochberg',
  },
  noMargin: '± unknown',
  marginRange: (from: string, to: string) => `${from} to ${to}`,
  samplingInWords: (confidence: string) =>
    `A sample was asked, not everyone. The margin says how far the share among all clients may well be from what the sample shows: of 100 samples like this one, the margins of about ${confidence.replace('%', '').trim()} would hold it. It does not cover wrong answers, or clients who could not be asked.`,
  intervalMethods: { logit: 'logit', wilson: 'Wilson', 'korn-graubard': 'Korn–Graubard' },
  intervalMethod: (method: string) =>
    `Method of the margins: ${method}. Rounded outwards; where a margin is lopsided, it is shown from–to. The CSV has every figure.`,
  moreThan: (columns: string) => `significantly more than in ${columns}`,
  lettersLegend:
    'Each column has a letter. “> a c” beside a share: it is significantly higher than in columns a and c. The lower one carries no letter.',
  compareMethods: {
    pooled: 'z test of two shares with pooled variance, two-sided',
    design: 't test of the difference under the design, two-sided',
  },
  comparedBy: (method: string, correction: string, levels: string) =>
    `Columns compared by: ${method}; correction: ${correction}, over the pairs of columns in a row; significance level ${levels}.`,
  smallBaseNote: (limit: string) =>
    `Columns in grey italics have an effective base under ${limit}: read their percentages as rough.`,
  withheld: 'withheld',
  withheldWhy: {
    smallBase: 'the column has too few respondents',
    protects: 'it would give away a cell of a small column',
  },
  withheldNote: (primary: string, secondary: string, minimum: string) =>
    `Withheld: ${primary} cells of columns with fewer than ${minimum} respondents, and ${secondary} others, so that nobody can work those out. The test of the whole table is withheld too.`,
  kinds: { segment: 'Segments', design: 'Study', item: 'Questions' },
  ownVariables: {
    archetype: 'Archetype',
    ruleArchetype: 'Archetype by rules alone',
    clusterArchetype: 'Archetype by clusters alone',
    branch: 'Branch',
  },
  counting: 'Counting…',
  drawing: 'Drawing the chart…',
  emptyTable: 'Nobody has an answer to both of these. Choose other rows or columns.',
  tooManyParts: 'There are too many categories to tell apart in a chart. The table has them all.',
  caption: (rows: string, columns: string) => `${rows}, by ${columns}.`,
  tableRegion: 'Table; scroll sideways for more columns',
  all: 'All',
  baseUnweighted: 'Base (respondents)',
  baseWeighted: 'Weighted base',
  baseEffective: 'Effective base',
  smallBase: (base: string) => `${base} (small)`,
  baseNotWeighted: (respondents: string) => `Base: ${respondents} respondents, not weighted.`,
  baseEqualWeights: (respondents: string) => `Base: ${respondents} respondents, all with the same weight.`,
  baseUnequalWeights: (respondents: string, effective: string) =>
    `Base: ${respondents} respondents, weighted; worth ${effective} after weighting.`,
  baseShort: (respondents: string) => `n ${respondents}`,
  marks: { more: 'more than expected', fewer: 'fewer than expected' },
  marksLegend:
    '▲ more and ▼ fewer than expected if rows and columns had nothing to do with each other (adjusted residual beyond ±1.96). Not corrected for looking at many cells: about one in twenty is marked by chance. With weights, read the marks as a guide.',

  chartTitle: (parts: string, bars: string) => `${parts}, by ${bars}`,
  chartAlternative: (title: string) =>
    `Stacked bars, ${title}, each adding up to 100 percent. The table below has the numbers.`,
  intervalAlternative: (title: string) =>
    `Dots with their intervals, ${title}. The table below has the numbers.`,
  intervalChart: 'Each dot is a share, its line the margin of uncertainty; the dashed line is everyone.',
  legend: 'Colours',
  downloadSvg: 'Chart as SVG',
  downloadPng: 'Chart as PNG',
  downloadCsv: 'Table as CSV',
  downloadJson: 'Table as JSON',

  evidence: {
    veryStrong: 'Very strong evidence of a difference',
    strong: 'Strong evidence of a difference',
    some: 'Some evidence of a difference',
    none: 'No clear evidence of a difference',
  },
  evidenceNotComputable: 'Not tested',
  chance: (p: number, rows: string, columns: string) =>
    `If “${rows}” had nothing to do with “${columns}”, a table at least this uneven would come up in ${
      p < 0.001 ? 'fewer than 1 of 1,000' : `about ${(p * 100).toFixed(p < 0.01 ? 1 : 0)} of 100`
    } samples.`,
  raoScottFigures: (f: string, df1: string, df2: string, p: string) =>
    `Rao–Scott F ${f}, df ${df1} and ${df2}, ${p}`,
  pearsonFigures: (chi: string, df: string, p: string) => `Pearson χ² ${chi}, df ${df}, ${p}`,
  pearsonNotForWeights: 'no p-value, because the table is weighted',
  cramersV: (v: string) => `Cramér’s V ${v} (0 none, 1 complete)`,
  excluded: 'Left out of this table:',
  noneExcluded: 'Nobody is left out of this table.',

  howTitle: 'How the segments were made',
  howText:
    'Rules place each respondent by her answers. Apart from that, clusters are sought in the scores. A respondent close to a threshold who sits clearly inside the next cluster moves there; everyone else stays where the rules put her.',
  ownThresholds:
    'The archetypes have public names but no public thresholds. The thresholds here are Waymark’s own: documented, versioned and editable.',
  clusterRefusal: 'The clusters could not be named after the archetypes, so the rules alone decide.',
  agree: 'Rules and clusters agree',
  agreeOf: (share: string, compared: string) => `${share} of ${compared}`,
  kappa: 'Kappa',
  weightedKappa: 'Weighted kappa',
  adjustedRand: 'Adjusted Rand index',
  moved: 'Moved by clusters',
  disagreements: 'Disagree',
  tabletDifferences: 'Tablet and server differ',
  firmTitle: 'How firm are these segments?',
  firmCheck: 'Check now',
  firmCheckNote: 'Takes some seconds. Nothing changes; the result is kept.',
  firmComputing: 'Checking…',
  firmProgress: (share: string) => `Checked: ${share}`,
  stabilityText: (draws: string) =>
    `Is each cluster really there? The respondents were drawn anew ${draws} times, at random, and the clusters sought again. 1 means: always found again.`,
  stabilityTitle: 'Clusters found again (Jaccard similarity, 0 to 1)',
  cluster: 'Cluster',
  clusterNumber: (number: string) => `Cluster ${number}`,
  foundAgain: 'Found again',
  meaning: 'Which means',
  stabilityWords: {
    unstable: 'Unstable (under 0.60): do not build on this cluster',
    doubtful: 'Doubtful (0.60 to 0.75): a tendency, its border is loose',
    stable: 'Stable (0.75 to 0.85)',
    high: 'Highly stable (0.85 and over)',
  },
  neverMet: 'Never met again',
  sensitivityTitle: 'Share that changes archetype when one threshold moves (points)',
  sensitivityText:
    'How much hangs on our thresholds? Each was moved down and up, alone, and those who change archetype were counted.',
  sensitivityStrongest: (score: string, threshold: string, step: string, share: string) =>
    `The strongest: “${score}” at ${threshold}, moved by ${step}, changes ${share}.`,
  threshold: 'Threshold',
  scores: {
    access: 'Access',
    'comfort.general': 'Comfort, general',
    'comfort.business': 'Comfort, business',
    'comfort.financial': 'Comfort, financial',
    'behaviour.general': 'Use, general',
    'behaviour.business': 'Use, business',
    'behaviour.financial': 'Use, financial',
  },
  explanationsAction: 'Download explanations (CSV)',
  instrument: 'Instrument',
  model: 'Model version',
  seed: 'Seed',
  computed: 'Computed',
  dataVersion: 'Data version',
  resultHash: 'Result',
  recompute: 'Compute again',
  recomputing: 'Computing…',
  recomputeNote: 'With the same data, model and seed the result is the same to the byte.',
  exportTitle: 'Respondents',
  exportText:
    'One row per respondent: archetype by rules, by clusters and combined, confidence and scores. No names and no phone numbers.',
  exportAction: 'Download respondents (CSV)',
};

export type AnalyseTexts = typeof messagesEn;

import { archetypeNames } from '../i18n/archetype-names.ts';
import type { AnalyseTexts } from './messages-en.ts';

/** Texts of the analyst's pages, in Spanish. Our own translation; awaits a native reader's check. */
export const messagesEs: AnalyseTexts = {
  skip: 'Ir al contenido',
  pages: 'Páginas',
  segments: 'Segmentos',
  tablets: 'Tabletas',
  people: 'Personas',
  audit: 'Auditoría',
  collect: 'Entrevistas',
  language: 'Idioma',
  theme: 'Colores',
  themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' },
  translationNote: 'Traducción propia de Waymark, pendiente de revisión por una persona nativa.',
  noSuchPage: 'Esta página no existe.',
  roles: {
    enumerator: 'encuestador',
    supervisor: 'supervisor',
    analyst: 'analista',
    product: 'equipo de producto',
    administrator: 'administrador',
  },

  pageTitle: 'Segmentos',
  pageText: 'Qué tan madura digitalmente es esta clientela, y dónde.',
  study: 'Estudio',
  loadingStudies: 'Buscando sus estudios…',
  loadingSegments: 'Buscando los segmentos…',
  noStudies:
    'Todavía no hay un estudio que usted pueda ver. Su administrador puede crear uno o darle acceso.',
  unknownStudy:
    'Este estudio no existe o no está abierto para usted. Elija otro o consulte a su administrador.',
  noRespondents: 'Todavía no ha llegado ninguna entrevista. Los segmentos aparecen con la primera.',

  headline: 'Los cuatro arquetipos',
  respondents: 'Personas entrevistadas',
  placed: 'Ubicadas en un arquetipo',
  notClassified: 'Respondieron muy poco para ubicarlas',
  countUnweighted: (count) => `${count} personas, sin ponderar`,
  countOf: (count, base) => `${count} de ${base}`,
  archetypes: archetypeNames.es,
  meanings: {
    Nascent: 'Poco o ningún uso del teléfono hasta ahora. Conviene atender en persona.',
    Experimenter: 'Llamadas, mensajes, algunas aplicaciones. Todavía no dinero.',
    Emerger: 'Usa herramientas digitales con regularidad y ha empezado con el dinero.',
    Enabled: 'Maneja dinero en su propio teléfono inteligente, sin ayuda.',
  },

  rows: 'Filas',
  columns: 'Columnas',
  swap: 'Intercambiar filas y columnas',
  weighted: 'Ponderado',
  show: 'Mostrar',
  shown: { column: '% de columna', row: '% de fila', count: 'Recuentos', residual: 'Residuos' },
  shownNote: {
    column: 'Porcentaje de cada columna.',
    row: 'Porcentaje de cada fila.',
    count: 'Personas entrevistadas.',
    residual:
      'Residuos ajustados: cuánto se aleja cada celda de lo que darían filas y columnas por sí solas.',
  },
  kinds: { segment: 'Segmentos', design: 'Estudio', item: 'Preguntas' },
  ownVariables: {
    archetype: 'Arquetipo',
    ruleArchetype: 'Arquetipo solo por reglas',
    clusterArchetype: 'Arquetipo solo por conglomerados',
    branch: 'Sucursal',
  },
  counting: 'Contando…',
  drawing: 'Dibujando el gráfico…',
  emptyTable: 'Nadie tiene respuesta en ambas. Elija otras filas o columnas.',
  tooManyParts: 'Hay demasiadas categorías para distinguirlas en un gráfico. La tabla las tiene todas.',
  caption: (rows, columns) => `${rows}, por ${columns}.`,
  tableRegion: 'Tabla; desplácese hacia un lado para ver más columnas',
  all: 'Total',
  baseUnweighted: 'Base (personas)',
  baseWeighted: 'Base ponderada',
  baseEffective: 'Base efectiva',
  smallBase: (base) => `${base} (pequeña)`,
  baseNotWeighted: (respondents) => `Base: ${respondents} personas, sin ponderar.`,
  baseEqualWeights: (respondents) => `Base: ${respondents} personas, todas con el mismo peso.`,
  baseUnequalWeights: (respondents, effective) =>
    `Base: ${respondents} personas, ponderada; equivale a ${effective} tras ponderar.`,
  baseShort: (respondents) => `n ${respondents}`,
  marks: { more: 'más de lo esperado', fewer: 'menos de lo esperado' },
  marksLegend:
    '▲ más y ▼ menos de lo esperado si filas y columnas no tuvieran nada que ver entre sí (residuo ajustado fuera de ±1,96). Sin corrección por mirar muchas celdas: más o menos una de cada veinte se marca por azar. Con ponderación, tome las marcas como guía.',

  chartTitle: (parts, bars) => `${parts}, por ${bars}`,
  chartAlternative: (title) =>
    `Barras apiladas, ${title}; cada una suma 100 por ciento. La tabla de abajo tiene los números.`,
  legend: 'Colores',
  downloadSvg: 'Gráfico en SVG',
  downloadPng: 'Gráfico en PNG',
  downloadCsv: 'Tabla en CSV',
  downloadJson: 'Tabla en JSON',

  evidence: {
    veryStrong: 'Evidencia muy fuerte de una diferencia',
    strong: 'Evidencia fuerte de una diferencia',
    some: 'Alguna evidencia de una diferencia',
    none: 'Sin evidencia clara de una diferencia',
  },
  evidenceNotComputable: 'Sin prueba',
  chance: (p, rows, columns) =>
    `Si «${rows}» no tuviera nada que ver con «${columns}», una tabla al menos así de desigual saldría en ${
      p < 0.001 ? 'menos de 1 de cada 1.000' : `cerca de ${(p * 100).toFixed(p < 0.01 ? 1 : 0)} de cada 100`
    } muestras.`,
  raoScottFigures: (f, df1, df2, p) => `F de Rao–Scott ${f}, gl ${df1} y ${df2}, ${p}`,
  pearsonFigures: (chi, df, p) => `χ² de Pearson ${chi}, gl ${df}, ${p}`,
  pearsonNotForWeights: 'sin valor p, porque la tabla está ponderada',
  cramersV: (v) => `V de Cramér ${v} (0 ninguna, 1 completa)`,
  excluded: 'Fuera de esta tabla:',
  noneExcluded: 'Nadie queda fuera de esta tabla.',

  howTitle: 'Cómo se hicieron los segmentos',
  howText:
    'Unas reglas ubican a cada persona por sus respuestas. Aparte, se buscan conglomerados en los puntajes. Quien está cerca de un umbral y claramente dentro del conglomerado vecino pasa a él; las demás personas quedan donde las reglas las pusieron.',
  ownThresholds:
    'Los arquetipos tienen nombres públicos, pero no umbrales públicos. Los umbrales son de Waymark: documentados, con versión y editables.',
  clusterRefusal: 'Los conglomerados no se pudieron nombrar como los arquetipos; deciden solo las reglas.',
  agree: 'Reglas y conglomerados coinciden',
  agreeOf: (share, compared) => `${share} de ${compared}`,
  kappa: 'Kappa',
  weightedKappa: 'Kappa ponderada',
  adjustedRand: 'Índice de Rand ajustado',
  moved: 'Movidas por conglomerados',
  disagreements: 'No coinciden',
  tabletDifferences: 'Tableta y servidor difieren',
  instrument: 'Instrumento',
  model: 'Versión del modelo',
  seed: 'Semilla',
  computed: 'Calculado',
  dataVersion: 'Versión de los datos',
  resultHash: 'Resultado',
  recompute: 'Calcular de nuevo',
  recomputing: 'Calculando…',
  recomputeNote: 'Con los mismos datos, modelo y semilla el resultado es idéntico, byte por byte.',
  exportTitle: 'Personas entrevistadas',
  exportText:
    'Una fila por persona: arquetipo por reglas, por conglomerados y combinado, confianza y puntajes. Sin nombres ni teléfonos.',
  exportAction: 'Descargar personas (CSV)',
};

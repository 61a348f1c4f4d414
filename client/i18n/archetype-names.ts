import type { Archetype, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Texts } from './texts.ts';

type Names = Readonly<Record<Archetype | typeof NOT_CLASSIFIED, string>>;

/** What the archetypes are called in each language, on cards, tables and charts alike. */
export const archetypeNames: Texts<Names> = {
  en: {
    Nascent: 'Nascent',
    Experimenter: 'Experimenter',
    Emerger: 'Emerger',
    Enabled: 'Enabled',
    'Not classified': 'Not classified',
  },
  es: {
    Nascent: 'Naciente',
    Experimenter: 'Experimentador',
    Emerger: 'Emergente',
    Enabled: 'Habilitado',
    'Not classified': 'Sin clasificar',
  },
  hi: {
    Nascent: 'नवागत',
    Experimenter: 'प्रयोगकर्ता',
    Emerger: 'उभरता',
    Enabled: 'सक्षम',
    'Not classified': 'अवर्गीकृत',
  },
  bn: {
    Nascent: 'নবাগত',
    Experimenter: 'পরীক্ষক',
    Emerger: 'উদীয়মান',
    Enabled: 'সক্ষম',
    'Not classified': 'শ্রেণিহীন',
  },
};

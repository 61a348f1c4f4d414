import { qualityRulesSchema, type QualityRules } from '../contracts/quality.ts';
import rules from './quality.json';

/** The checks and thresholds that Waymark ships: `quality.json`, checked against its contract. */
export const loadQualityRules = (): QualityRules => qualityRulesSchema.parse(rules);

/** Everything an interview needs beyond the shell: SurveyJS, the engine, the screens. */
export const loadInterviewScreen = () => import('../interview/interview-screen.tsx');
export const loadResultScreen = () => import('../result/result-screen.tsx');
/** The screens behind the list of work. */
export const loadListScreens = () => import('../visits/list-screens.ts');

/** True if the instrument's questions, codebook and card are all here, in every language of the app. */
export async function isInstrumentHere(name: string, version: string): Promise<boolean> {
  try {
    const { loadCodebook, loadResultCard, loadSurvey } = await import('../../../instruments/registry.ts');
    await Promise.all([
      loadSurvey(name, version),
      loadCodebook(name, version),
      loadResultCard(name, version),
      loadInterviewScreen(),
      loadResultScreen(),
      loadListScreens(),
    ]);
    return true;
  } catch {
    return false;
  }
}

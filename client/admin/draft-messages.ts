import type { Texts } from '../i18n/texts.ts';

const en = {
  title: 'Unfinished interviews',
  text: 'Tablets leave sealed copies of interviews that are not finished. Nobody can read them here, and they are in no figure. Those of a lost tablet can be recovered: they are then under Set aside.',
  tablet: 'Tablet',
  drafts: 'Unfinished',
  steps: 'Steps recorded',
  stepsText: 'A step is an answer given or changed, a page turned, a note.',
  oldest: 'Oldest copy',
  newest: 'Newest copy',
  state: 'State',
  inUse: 'In use',
  revoked: 'Revoked',
  quiet: 'Not heard of for two days',
  action: 'Action',
  recover: 'Recover',
  recoverNamed: (name: string) => `Recover the unfinished interviews of ${name}`,
  askTitle: (name: string) => `Recover what ${name} left?`,
  askText:
    'Each unfinished interview is opened and put under Set aside, in its branch. That you did it is recorded. If the tablet turns up, it can still finish and send them.',
  leave: 'Leave it',
  recovered: (count: number) =>
    count === 1
      ? '1 unfinished interview was recovered. It is under Set aside.'
      : `${count} unfinished interviews were recovered. They are under Set aside.`,
};

export type DraftTexts = typeof en;

/** Copies of unfinished interviews. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const draftTexts: Texts<DraftTexts> = {
  en,
  es: {
    title: 'Entrevistas sin terminar',
    text: 'Las tabletas dejan copias selladas de las entrevistas sin terminar. Nadie puede leerlas aquí y no están en ninguna cifra. Las de una tableta perdida se pueden recuperar: quedan entonces en Apartadas.',
    tablet: 'Tableta',
    drafts: 'Sin terminar',
    steps: 'Pasos registrados',
    stepsText: 'Un paso es una respuesta dada o cambiada, una página pasada, una nota.',
    oldest: 'Copia más antigua',
    newest: 'Copia más reciente',
    state: 'Estado',
    inUse: 'En uso',
    revoked: 'Revocada',
    quiet: 'Sin noticias desde hace dos días',
    action: 'Acción',
    recover: 'Recuperar',
    recoverNamed: (name) => `Recuperar las entrevistas sin terminar de ${name}`,
    askTitle: (name) => `¿Recuperar lo que dejó ${name}?`,
    askText:
      'Cada entrevista sin terminar se abre y queda en Apartadas, en su sucursal. Se registra que usted lo hizo. Si la tableta aparece, aún puede terminarlas y enviarlas.',
    leave: 'Dejarlo',
    recovered: (count) =>
      count === 1
        ? 'Se recuperó 1 entrevista sin terminar. Está en Apartadas.'
        : `Se recuperaron ${count} entrevistas sin terminar. Están en Apartadas.`,
  },
  hi: {
    title: 'अधूरे साक्षात्कार',
    text: 'टैबलेट अधूरे साक्षात्कारों की मुहरबंद कॉपी यहाँ छोड़ते हैं। यहाँ उन्हें कोई नहीं पढ़ सकता और वे किसी आँकड़े में नहीं हैं। खोए टैबलेट के साक्षात्कार वापस लाए जा सकते हैं: तब वे “अलग रखे गए” में मिलते हैं।',
    tablet: 'टैबलेट',
    drafts: 'अधूरे',
    steps: 'दर्ज क़दम',
    stepsText: 'क़दम यानी दिया या बदला गया जवाब, पलटा गया पेज, या नोट।',
    oldest: 'सबसे पुरानी कॉपी',
    newest: 'सबसे नई कॉपी',
    state: 'स्थिति',
    inUse: 'इस्तेमाल में',
    revoked: 'रद्द',
    quiet: 'दो दिन से कोई ख़बर नहीं',
    action: 'काम',
    recover: 'वापस लाएँ',
    recoverNamed: (name) => `${name} के अधूरे साक्षात्कार वापस लाएँ`,
    askTitle: (name) => `${name} का छोड़ा हुआ वापस लाएँ?`,
    askText:
      'हर अधूरा साक्षात्कार खोलकर उसकी शाखा में “अलग रखे गए” में रखा जाता है। आपने यह किया, यह दर्ज होता है। टैबलेट मिल जाए तो वह उन्हें तब भी पूरा करके भेज सकता है।',
    leave: 'रहने दें',
    recovered: (count) => `${count} अधूरे साक्षात्कार वापस लाए गए। वे “अलग रखे गए” में हैं।`,
  },
  bn: {
    title: 'অসমাপ্ত সাক্ষাৎকার',
    text: 'ট্যাবলেট অসমাপ্ত সাক্ষাৎকারের সিল করা কপি এখানে রাখে। এখানে কেউ তা পড়তে পারে না, আর কোনো হিসাবে তা নেই। হারানো ট্যাবলেটেরগুলো উদ্ধার করা যায়: তখন সেগুলো “আলাদা রাখা”-তে থাকে।',
    tablet: 'ট্যাবলেট',
    drafts: 'অসমাপ্ত',
    steps: 'নথিভুক্ত ধাপ',
    stepsText: 'ধাপ মানে দেওয়া বা বদলানো উত্তর, ওল্টানো পাতা বা নোট।',
    oldest: 'সবচেয়ে পুরোনো কপি',
    newest: 'সবচেয়ে নতুন কপি',
    state: 'অবস্থা',
    inUse: 'ব্যবহারে আছে',
    revoked: 'বাতিল',
    quiet: 'দুই দিন কোনো খবর নেই',
    action: 'কাজ',
    recover: 'উদ্ধার করুন',
    recoverNamed: (name) => `${name}-এর অসমাপ্ত সাক্ষাৎকার উদ্ধার করুন`,
    askTitle: (name) => `${name} যা রেখে গেছে তা উদ্ধার করবেন?`,
    askText:
      'প্রতিটি অসমাপ্ত সাক্ষাৎকার খুলে তার শাখায় “আলাদা রাখা”-তে রাখা হয়। আপনি এটি করেছেন তা নথিভুক্ত হয়। ট্যাবলেটটি পাওয়া গেলে সেটি তখনও এগুলো শেষ করে পাঠাতে পারে।',
    leave: 'থাক',
    recovered: (count) => `${count}টি অসমাপ্ত সাক্ষাৎকার উদ্ধার হয়েছে। সেগুলো “আলাদা রাখা”-তে আছে।`,
  },
};

import type { Texts } from '../i18n/texts.ts';

interface NewStudyTexts {
  readonly title: string;
  readonly text: string;
  readonly what: string;
  readonly name: string;
  readonly instrument: string;
  readonly branches: string;
  readonly branchesText: string;
  readonly example: string;
  readonly paste: string;
  readonly file: string;
  readonly wavesText: string;
  readonly make: string;
  readonly made: string;
  readonly newStudy: string;
  readonly problems: Readonly<Record<'title' | 'instrument' | 'days' | 'waves' | 'branches', string>>;
}

/** Texts of making a study. Spanish, Hindi and Bengali are our own and await a native reader's check. */
export const newStudyTexts: Texts<NewStudyTexts> = {
  en: {
    title: 'New study',
    text: 'Nothing is kept until all of it is in order. Afterwards you can change dates, waves, clients and quotas, and add people on the page of the respondent list.',
    what: 'What is asked, and when',
    name: 'Title, as everyone sees it',
    instrument: 'Questionnaire and version',
    branches: 'Branches',
    branchesText:
      'One line for each branch, under a line with the names of the columns. Only “branch”, a short code, must be there: “name” is what people read, “clients” how many the branch has, “target” how many interviews are wanted there, “weight” what each of them counts.',
    example: 'For example',
    paste: 'Paste the list here, from a spreadsheet or as CSV',
    file: 'Or choose a CSV file',
    wavesText: 'Rounds of fieldwork, where there are several. They can be added later.',
    make: 'Make the study',
    made: 'The study is made. Next: link tablets under Tablets, and load who is to be interviewed under Respondents.',
    newStudy: 'New study',
    problems: {
      title: 'Give the study a title.',
      instrument: 'Choose a questionnaire.',
      days: 'The last day lies before the first.',
      waves: 'Give each wave a name, a first day and a last day that is not before it.',
      branches: 'Give at least one branch.',
    },
  },
  es: {
    title: 'Nuevo estudio',
    text: 'Nada se guarda hasta que todo esté en orden. Después puede cambiar fechas, rondas, clientes y cuotas, y añadir personas en la página de la lista.',
    what: 'Qué se pregunta y cuándo',
    name: 'Título, como lo ven todos',
    instrument: 'Cuestionario y versión',
    branches: 'Sucursales',
    branchesText:
      'Una línea por sucursal, debajo de una línea con los nombres de las columnas. Solo «branch», un código corto, es obligatoria: «name» es lo que se lee, «clients» cuántos clientes tiene, «target» cuántas entrevistas se quieren allí, «weight» cuánto cuenta cada una.',
    example: 'Por ejemplo',
    paste: 'Pegue aquí la lista, de una hoja de cálculo o como CSV',
    file: 'O elija un archivo CSV',
    wavesText: 'Rondas de trabajo de campo, si hay varias. Se pueden añadir después.',
    make: 'Crear el estudio',
    made: 'El estudio está creado. Ahora: vincule tabletas en Tabletas y cargue a quién entrevistar en Encuestados.',
    newStudy: 'Nuevo estudio',
    problems: {
      title: 'Dé un título al estudio.',
      instrument: 'Elija un cuestionario.',
      days: 'El último día es anterior al primero.',
      waves: 'Dé a cada ronda un nombre, un primer día y un último día que no sea anterior.',
      branches: 'Indique al menos una sucursal.',
    },
  },
  hi: {
    title: 'नया अध्ययन',
    text: 'जब तक सब कुछ ठीक न हो, कुछ भी सहेजा नहीं जाता। बाद में आप तारीखें, दौर, ग्राहक और कोटा बदल सकते हैं, और सूची के पन्ने पर लोग जोड़ सकते हैं।',
    what: 'क्या पूछा जाए, और कब',
    name: 'शीर्षक, जैसा सब देखेंगे',
    instrument: 'प्रश्नावली और संस्करण',
    branches: 'शाखाएँ',
    branchesText:
      'कॉलमों के नाम वाली पंक्ति के नीचे हर शाखा की एक पंक्ति। केवल “branch”, एक छोटा कोड, ज़रूरी है: “name” जो लोग पढ़ते हैं, “clients” शाखा के ग्राहक, “target” वहाँ कितने साक्षात्कार चाहिए, “weight” हर एक का भार।',
    example: 'उदाहरण',
    paste: 'सूची यहाँ चिपकाएँ, स्प्रेडशीट से या CSV के रूप में',
    file: 'या CSV फ़ाइल चुनें',
    wavesText: 'फ़ील्ड काम के दौर, अगर कई हों। बाद में भी जोड़े जा सकते हैं।',
    make: 'अध्ययन बनाएँ',
    made: 'अध्ययन बन गया। अब: टैबलेट में टैबलेट जोड़ें, और उत्तरदाता में सूची डालें।',
    newStudy: 'नया अध्ययन',
    problems: {
      title: 'अध्ययन को शीर्षक दें।',
      instrument: 'प्रश्नावली चुनें।',
      days: 'आख़िरी दिन पहले दिन से पहले है।',
      waves: 'हर दौर को नाम, पहला दिन और आख़िरी दिन दें।',
      branches: 'कम से कम एक शाखा दें।',
    },
  },
  bn: {
    title: 'নতুন সমীক্ষা',
    text: 'সব ঠিক না হওয়া পর্যন্ত কিছুই রাখা হয় না। পরে আপনি তারিখ, পর্ব, গ্রাহক ও কোটা বদলাতে পারবেন, এবং তালিকার পাতায় মানুষ যোগ করতে পারবেন।',
    what: 'কী জিজ্ঞাসা করা হবে, আর কখন',
    name: 'শিরোনাম, সবাই যেমন দেখবে',
    instrument: 'প্রশ্নপত্র ও সংস্করণ',
    branches: 'শাখা',
    branchesText:
      'কলামের নামের লাইনের নিচে প্রতিটি শাখার একটি লাইন। শুধু “branch”, একটি ছোট কোড, থাকতেই হবে: “name” যা মানুষ পড়ে, “clients” শাখার গ্রাহক, “target” সেখানে কত সাক্ষাৎকার চাই, “weight” প্রতিটির ভার।',
    example: 'উদাহরণ',
    paste: 'তালিকাটি এখানে পেস্ট করুন, স্প্রেডশিট থেকে বা CSV হিসেবে',
    file: 'বা একটি CSV ফাইল বাছুন',
    wavesText: 'মাঠের কাজের পর্ব, যদি কয়েকটি থাকে। পরেও যোগ করা যায়।',
    make: 'সমীক্ষা তৈরি করুন',
    made: 'সমীক্ষা তৈরি হয়েছে। এবার: ট্যাবলেট পাতায় ট্যাবলেট যুক্ত করুন, আর উত্তরদাতা পাতায় তালিকা দিন।',
    newStudy: 'নতুন সমীক্ষা',
    problems: {
      title: 'সমীক্ষার একটি শিরোনাম দিন।',
      instrument: 'একটি প্রশ্নপত্র বাছুন।',
      days: 'শেষ দিন প্রথম দিনের আগে।',
      waves: 'প্রতিটি পর্বের নাম, প্রথম দিন ও শেষ দিন দিন।',
      branches: 'অন্তত একটি শাখা দিন।',
    },
  },
};

import type { Texts } from '../i18n/texts.ts';

const en = {
  refusals: {
    PERSON_CODE_WRONG:
      'This code is not valid: it is mistyped, used already, or too old. Check it, or ask your administrator for a new one.',
    PASSWORD_WRONG: 'This is not your current password. Check it, then try again.',
    PASSWORD_WEAK:
      'This password is easy to guess. Take four or five words that do not belong together, and not your own name.',
    LAST_ADMINISTRATOR: 'This is the last administrator of all branches. Make someone else one first.',
    SECOND_FACTOR_WRONG: 'This code is not right, or too old. Enter the code that your app shows now.',
    SECOND_FACTOR_NEEDED: 'Set up your second factor first, under “Your account”.',
  },
  tagline: 'How digitally mature are our clients, branch by branch, and what follows from it.',
  doors: 'Where do you want to go?',
  collectTitle: 'Collect interviews on this tablet',
  collectText: 'For enumerators. Works for days without a network.',
  collectAction: 'Open the tablet',
  resultsTitle: 'See the results',
  resultsText: 'For analysts, product teams, supervisors and administrators.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signingIn: 'Signing in…',
  email: 'E-mail',
  password: 'Password',
  wrongPassword: 'This e-mail and password do not belong together. Check both and try again.',
  tooManyAttempts: 'Too many attempts. Wait a little, then try again; the wait grows with each wrong one.',
  offline: 'The server cannot be reached. Check the network, then try again.',
  serverTrouble: 'The server could not answer. Try again; if it stays so, tell your administrator.',
  unreadable: (status: number) =>
    `The answer was not from Waymark (status ${String(status)}). A network sign-in page or an older server may be in between. Reload the page.`,
  notSignedIn: 'You are signed out. Sign in to go on.',
  signInBeside:
    'You are signed out. What you typed is still here: sign in in a new tab, come back, and try again.',
  notAllowed: 'Your account may not see this. Ask your administrator if you need it.',
  synthetic:
    'Synthetic data. These respondents are made up, to show how Waymark works. Decide nothing by them.',
  tryAgain: 'Try again',
  stillSignedIn:
    'You are still signed in: the server could not be reached. Try again before you leave this device.',
  forgotten: 'Forgotten it? Your administrator can set a new password.',
  checking: 'Looking who is signed in…',
  enumeratorOnly: 'Your account collects interviews. Open the tablet to start.',
};

type SessionTexts = typeof en;

/** Texts of signing in. Spanish, Hindi and Bengali are our own translations and await a native reader's check. */
export const sessionTexts: Texts<SessionTexts> = {
  en,
  es: {
    refusals: {
      PERSON_CODE_WRONG:
        'Este código no sirve: está mal escrito, ya se usó o es antiguo. Revíselo o pida otro a su administrador.',
      PASSWORD_WRONG: 'Esta no es su contraseña actual. Revísela e intente de nuevo.',
      PASSWORD_WEAK:
        'Esta contraseña es fácil de adivinar. Use cuatro o cinco palabras sin relación entre sí, y no su nombre.',
      LAST_ADMINISTRATOR: 'Es el último administrador de todas las sucursales. Nombre antes a otra persona.',
      SECOND_FACTOR_WRONG:
        'Este código no es correcto o es antiguo. Escriba el que muestra ahora su aplicación.',
      SECOND_FACTOR_NEEDED: 'Configure primero su segundo factor, en «Su cuenta».',
    },
    tagline:
      'Qué tan madura digitalmente es nuestra clientela, sucursal por sucursal, y qué se deduce de ello.',
    doors: '¿Adónde quiere ir?',
    collectTitle: 'Hacer entrevistas en esta tableta',
    collectText: 'Para encuestadores. Funciona varios días sin red.',
    collectAction: 'Abrir la tableta',
    resultsTitle: 'Ver los resultados',
    resultsText: 'Para analistas, equipos de producto, supervisores y administradores.',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    signingIn: 'Iniciando sesión…',
    email: 'Correo electrónico',
    password: 'Contraseña',
    wrongPassword: 'Este correo y esta contraseña no corresponden. Revise ambos e intente de nuevo.',
    tooManyAttempts:
      'Demasiados intentos. Espere un poco e intente de nuevo; la espera crece con cada error.',
    offline: 'No se puede llegar al servidor. Revise la red e intente de nuevo.',
    serverTrouble:
      'El servidor no pudo responder. Intente de nuevo; si sigue igual, avise a su administrador.',
    unreadable: (status) =>
      `La respuesta no vino de Waymark (estado ${String(status)}). Puede haber una página de acceso a la red o un servidor antiguo de por medio. Recargue la página.`,
    notSignedIn: 'Su sesión está cerrada. Inicie sesión para seguir.',
    signInBeside:
      'Su sesión está cerrada. Lo que escribió sigue aquí: inicie sesión en otra pestaña, vuelva e intente de nuevo.',
    notAllowed: 'Su cuenta no puede ver esto. Si lo necesita, pídalo a su administrador.',
    synthetic:
      'Datos sintéticos. Estas personas son inventadas, para mostrar cómo funciona Waymark. No decida nada con ellos.',
    tryAgain: 'Intentar de nuevo',
    stillSignedIn:
      'Su sesión sigue abierta: no se pudo llegar al servidor. Intente de nuevo antes de dejar este dispositivo.',
    forgotten: '¿La olvidó? Su administrador puede poner una nueva.',
    checking: 'Comprobando quién ha iniciado sesión…',
    enumeratorOnly: 'Su cuenta sirve para hacer entrevistas. Abra la tableta para empezar.',
  },
  hi: {
    refusals: {
      PERSON_CODE_WRONG:
        'यह कोड मान्य नहीं है: ग़लत लिखा है, इस्तेमाल हो चुका है, या पुराना है। जाँचें, या प्रशासक से नया माँगें।',
      PASSWORD_WRONG: 'यह आपका मौजूदा पासवर्ड नहीं है। जाँचकर फिर कोशिश करें।',
      PASSWORD_WEAK: 'यह पासवर्ड आसानी से पता चल सकता है। चार-पाँच बेमेल शब्द लें, अपना नाम नहीं।',
      LAST_ADMINISTRATOR: 'यह सभी शाखाओं का आख़िरी प्रशासक है। पहले किसी और को प्रशासक बनाएँ।',
      SECOND_FACTOR_WRONG: 'यह कोड सही नहीं है, या पुराना है। ऐप में अभी दिख रहा कोड लिखें।',
      SECOND_FACTOR_NEEDED: 'पहले “आपका खाता” में दूसरा चरण सेट करें।',
    },
    tagline: 'हमारे ग्राहक डिजिटल रूप से कितने परिपक्व हैं, शाखा दर शाखा, और उससे क्या निकलता है।',
    doors: 'आप कहाँ जाना चाहते हैं?',
    collectTitle: 'इस टैबलेट पर साक्षात्कार करें',
    collectText: 'सर्वेक्षकों के लिए। बिना नेटवर्क के कई दिन चलता है।',
    collectAction: 'टैबलेट खोलें',
    resultsTitle: 'परिणाम देखें',
    resultsText: 'विश्लेषकों, उत्पाद टीमों, पर्यवेक्षकों और प्रशासकों के लिए।',
    signIn: 'साइन इन करें',
    signOut: 'साइन आउट करें',
    signingIn: 'साइन इन हो रहा है…',
    email: 'ई-मेल',
    password: 'पासवर्ड',
    wrongPassword: 'यह ई-मेल और पासवर्ड मेल नहीं खाते। दोनों जाँचकर फिर कोशिश करें।',
    tooManyAttempts: 'बहुत अधिक प्रयास हुए। थोड़ा रुककर फिर कोशिश करें; हर ग़लत प्रयास से रुकना बढ़ता है।',
    offline: 'सर्वर तक पहुँच नहीं हो रही। नेटवर्क जाँचकर फिर कोशिश करें।',
    serverTrouble: 'सर्वर उत्तर नहीं दे सका। फिर कोशिश करें; न हो तो अपने प्रशासक को बताएँ।',
    unreadable: (status) =>
      `उत्तर Waymark का नहीं था (स्थिति ${String(status)})। बीच में नेटवर्क का साइन-इन पृष्ठ या पुराना सर्वर हो सकता है। पृष्ठ फिर से खोलें।`,
    notSignedIn: 'आप साइन आउट हैं। आगे बढ़ने के लिए साइन इन करें।',
    signInBeside: 'आप साइन आउट हैं। आपका लिखा हुआ यहीं है: नए टैब में साइन इन करें, लौटकर फिर कोशिश करें।',
    notAllowed: 'आपका खाता यह नहीं देख सकता। ज़रूरत हो तो अपने प्रशासक से कहें।',
    synthetic: 'कृत्रिम आँकड़े। ये उत्तरदाता काल्पनिक हैं, केवल Waymark दिखाने के लिए। इनसे कोई निर्णय न लें।',
    tryAgain: 'फिर कोशिश करें',
    stillSignedIn: 'आप अब भी साइन इन हैं: सर्वर तक पहुँच नहीं हुई। यह उपकरण छोड़ने से पहले फिर कोशिश करें।',
    forgotten: 'भूल गए? आपका प्रशासक नया पासवर्ड दे सकता है।',
    checking: 'देखा जा रहा है कि कौन साइन इन है…',
    enumeratorOnly: 'आपका खाता साक्षात्कार के लिए है। शुरू करने के लिए टैबलेट खोलें।',
  },
  bn: {
    refusals: {
      PERSON_CODE_WRONG:
        'এই কোড চলবে না: ভুল লেখা, আগে ব্যবহার হয়েছে, বা পুরোনো। দেখে নিন, বা প্রশাসকের কাছে নতুন চান।',
      PASSWORD_WRONG: 'এটি আপনার এখনকার পাসওয়ার্ড নয়। দেখে আবার চেষ্টা করুন।',
      PASSWORD_WEAK: 'এই পাসওয়ার্ড সহজে অনুমান করা যায়। চার-পাঁচটি অমিল শব্দ নিন, নিজের নাম নয়।',
      LAST_ADMINISTRATOR: 'ইনিই সব শাখার শেষ প্রশাসক। আগে অন্য কাউকে প্রশাসক করুন।',
      SECOND_FACTOR_WRONG: 'কোডটি ঠিক নয়, বা পুরোনো। অ্যাপে এখন যে কোড দেখাচ্ছে তা লিখুন।',
      SECOND_FACTOR_NEEDED: 'আগে “আপনার অ্যাকাউন্ট”-এ দ্বিতীয় ধাপ চালু করুন।',
    },
    tagline: 'আমাদের গ্রাহকেরা ডিজিটালভাবে কতটা পরিণত, শাখা ধরে ধরে, আর তা থেকে কী দাঁড়ায়।',
    doors: 'আপনি কোথায় যেতে চান?',
    collectTitle: 'এই ট্যাবলেটে সাক্ষাৎকার নিন',
    collectText: 'তথ্যসংগ্রহকারীদের জন্য। নেটওয়ার্ক ছাড়াই কয়েক দিন চলে।',
    collectAction: 'ট্যাবলেট খুলুন',
    resultsTitle: 'ফলাফল দেখুন',
    resultsText: 'বিশ্লেষক, পণ্য দল, তত্ত্বাবধায়ক ও প্রশাসকদের জন্য।',
    signIn: 'সাইন ইন করুন',
    signOut: 'সাইন আউট করুন',
    signingIn: 'সাইন ইন হচ্ছে…',
    email: 'ই-মেইল',
    password: 'পাসওয়ার্ড',
    wrongPassword: 'এই ই-মেইল ও পাসওয়ার্ড মিলছে না। দুটোই দেখে আবার চেষ্টা করুন।',
    tooManyAttempts: 'অনেকবার চেষ্টা হয়েছে। এক মিনিট অপেক্ষা করে আবার চেষ্টা করুন।',
    offline: 'সার্ভারে পৌঁছানো যাচ্ছে না। নেটওয়ার্ক দেখে আবার চেষ্টা করুন।',
    serverTrouble: 'সার্ভার উত্তর দিতে পারেনি। আবার চেষ্টা করুন; না হলে প্রশাসককে জানান।',
    unreadable: (status) =>
      `উত্তরটি Waymark থেকে আসেনি (অবস্থা ${String(status)})। মাঝখানে নেটওয়ার্কের সাইন-ইন পাতা বা পুরোনো সার্ভার থাকতে পারে। পাতাটি আবার খুলুন।`,
    notSignedIn: 'আপনি সাইন আউট আছেন। এগোতে সাইন ইন করুন।',
    signInBeside:
      'আপনি সাইন আউট আছেন। আপনার লেখা এখানেই আছে: নতুন ট্যাবে সাইন ইন করে ফিরে আসুন, তারপর আবার চেষ্টা করুন।',
    notAllowed: 'আপনার অ্যাকাউন্ট এটি দেখতে পারে না। দরকার হলে প্রশাসককে বলুন।',
    synthetic: 'কৃত্রিম তথ্য। এই উত্তরদাতারা কাল্পনিক, শুধু Waymark দেখানোর জন্য। এ থেকে কোনো সিদ্ধান্ত নেবেন না।',
    tryAgain: 'আবার চেষ্টা করুন',
    stillSignedIn: 'আপনি এখনও সাইন ইন আছেন: সার্ভারে পৌঁছানো যায়নি। এই যন্ত্র ছাড়ার আগে আবার চেষ্টা করুন।',
    forgotten: 'ভুলে গেছেন? প্রশাসক নতুন পাসওয়ার্ড দিতে পারেন।',
    checking: 'কে সাইন ইন আছেন দেখা হচ্ছে…',
    enumeratorOnly: 'আপনার অ্যাকাউন্ট সাক্ষাৎকারের জন্য। শুরু করতে ট্যাবলেট খুলুন।',
  },
};

import type { Localized } from '../../contracts/language.ts';

/** The words of an exported screening that no source instrument has. Numbers are put in for {0}, {1} … */
const TEXTS = {
  title: {
    default: 'Short screening: {0}',
    es: 'Encuesta corta: {0}',
    hi: 'छोटी जाँच: {0}',
    bn: 'ছোট যাচাই: {0}',
  },
  what: {
    default:
      'A short screening of {0} questions, made from the answers to {1} {2}. Tried on respondents it had not seen, it named the right group for {3} of 100. It is an estimate and does not replace the full interview.',
    es: 'Una encuesta corta de {0} preguntas, hecha con las respuestas a {1} {2}. Con personas que no había visto, acertó el grupo de {3} de cada 100. Es una estimación y no reemplaza la entrevista completa.',
    hi: '{0} सवालों की छोटी जाँच, जो {1} {2} के जवाबों से बनी है। जिन लोगों को इसने पहले नहीं देखा था, उनमें 100 में से {3} का समूह सही बताया। यह एक अनुमान है और पूरे इंटरव्यू की जगह नहीं लेता।',
    bn: '{0}টি প্রশ্নের ছোট যাচাই, {1} {2}-এর উত্তর থেকে তৈরি। আগে না দেখা মানুষদের মধ্যে 100 জনে {3} জনের দল ঠিক বলেছে। এটি একটি অনুমান, পুরো সাক্ষাৎকারের বদলে নয়।',
  },
  synthetic: {
    default: 'The answers were synthetic: for trying out only.',
    es: 'Las respuestas eran sintéticas: solo para probar.',
    hi: 'जवाब बनावटी थे: सिर्फ़ आज़माने के लिए।',
    bn: 'উত্তরগুলো কৃত্রিম ছিল: শুধু পরীক্ষা করে দেখার জন্য।',
  },
  reason: {
    default: 'The answers give {0} points or more of {1}.',
    es: 'Las respuestas suman {0} puntos o más de {1}.',
    hi: 'जवाबों से {1} में से {0} या ज़्यादा अंक मिलते हैं।',
    bn: 'উত্তরগুলো থেকে {1}-এর মধ্যে {0} বা বেশি পয়েন্ট হয়।',
  },
  lowest: {
    default: 'The answers give fewer points than the next group begins with.',
    es: 'Las respuestas suman menos puntos que los del grupo siguiente.',
    hi: 'जवाबों के अंक अगले समूह की शुरुआत से कम हैं।',
    bn: 'উত্তরগুলোর পয়েন্ট পরের দলের শুরুর চেয়ে কম।',
  },
} as const satisfies Record<string, Localized>;

/** Fills the gaps of a text, in every language; a localized filling goes in by language. */
export function typingText(
  name: keyof typeof TEXTS,
  ...fillings: readonly (string | number | Localized)[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(TEXTS[name]).map(([language, text]) => [
      language,
      text.replaceAll(/\{(\d)\}/g, (_, place: string) => {
        const filling = fillings[Number(place)] ?? '';
        return typeof filling === 'object'
          ? (filling[language] ?? filling['default'] ?? filling['en'] ?? '')
          : String(filling);
      }),
    ]),
  );
}

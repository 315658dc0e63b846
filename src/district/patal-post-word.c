/* patal-post-word.c: posts as sheets write them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-post.h"
#include "patal-pack.h"
#include "patal-text.h"
#include <string.h>

/* Beside what the state packs say: abbreviations and short forms of office sheets. */
static const struct { const char *code, *words; } short_forms[] = {
  { "COLLECTOR", "dm|dc|district magistrate|जिलाधीश|जिला कलेक्टर|डीएम" },
  { "CEO_ZP", "ceo zp|जिपं सीईओ|जिला पंचायत सीईओ|सीईओ जिला पंचायत|cdo|सीडीओ|ddc|डीडीसी" },
  { "NODAL", "जिला नोडल अधिकारी|district nodal officer" },
  { "APO", "एपीओ|सहायक परियोजना अधिकारी (मनरेगा)" },
  { "AO", "लेखापाल|accountant|लेखाधिकारी" },
  { "CEO_JP", "ceo jp|जपं सीईओ|जनपद सीईओ|जनपद पंचायत सीईओ|सीईओ जनपद पंचायत|bdo|बीडीओ|block development officer|खंड विकास अधिकारी" },
  { "ADO", "ado|एडीओ|एडीओ पंचायत|ado panchayat|bpro|बीपीआरओ|सहायक विकास अधिकारी|विस्तार अधिकारी पंचायत" },
  { "PO", "पीओ|programme officer|program officer|कार्यक्रम अधिकारी (मनरेगा)|po mgnrega" },
  { "SE", "sub engineer|subengineer|उपयंत्री|उप यंत्री|एसई" },
  { "TA", "टीए|तकनीकी सहायक (मनरेगा)|technical asst" },
  { "SARPANCH", "sarpanch|pradhan|gram pradhan|mukhiya|mukhia|ग्राम प्रधान|महिला सरपंच|सरपंच महोदय" },
  { "PANCH", "panch|ward member|पंच (वार्ड सदस्य)|ग्राम पंचायत सदस्य" },
  { "PS", "सचिव|ग्राम सचिव|ग्राम पंचायत सचिव|secretary|gram sachiv|sachiv|gp secretary|gram panchayat secretary|vdo|वीडीओ|ग्राम विकास अधिकारी|पंचायत सेक्रेटरी" },
  { "GRS", "जीआरएस|रोजगार सहायक|रोजगार सेवक|रोज़गार सहायक|rozgar sahayak|gram rojgar sahayak|rojgar sahayak|gram rozgar sewak|ग्राम रोजगार सहा|सहायक सचिव" },
  { "VLE", "वीएलई|csc|सीएससी संचालक" },
};

static gpointer
read_words (gpointer data G_GNUC_UNUSED)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_posts, n_words;
  const PatalPackPost *posts = patal_pack_shipped_posts (&n_posts);
  const PatalPackWord *words = patal_pack_shipped_words (&n_words);

  for (guint i = 0; i < n_posts; i++)
    g_hash_table_insert (codes, patal_text_fold (posts[i].code, PATAL_FOLD_MATCH), (gpointer) posts[i].code);
  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (words[i].key, "post."))
      {
        g_hash_table_insert (codes, patal_text_fold (words[i].hi, PATAL_FOLD_MATCH), (gpointer) (words[i].key + strlen ("post.")));
        g_hash_table_insert (codes, patal_text_fold (words[i].en, PATAL_FOLD_MATCH), (gpointer) (words[i].key + strlen ("post.")));
      }
  for (gsize i = 0; i < G_N_ELEMENTS (short_forms); i++)
    {
      g_auto (GStrv) forms = g_strsplit (short_forms[i].words, "|", -1);

      for (guint j = 0; forms[j] != NULL; j++)
        g_hash_table_insert (codes, patal_text_fold (forms[j], PATAL_FOLD_MATCH),
                             (gpointer) short_forms[i].code);
    }
  return codes;
}

const char *
patal_post_code_of_word (const char *word)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *folded = patal_text_fold (word, PATAL_FOLD_MATCH);

  return g_hash_table_lookup (g_once (&once, read_words, NULL), folded);
}

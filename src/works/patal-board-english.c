/* patal-board-english.c: the English of words that works are described by
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-private.h"
#include <string.h>

typedef struct
{
  const char *hi, *en;
} Word;

static const Word agencies[] = {
  { "ग्राम पंचायत", "Gram panchayat" },
  { "जनपद पंचायत", "Janpad panchayat" },
  { "जिला पंचायत", "Zila panchayat" },
  { "वन विभाग", "Forest Department" },
  { "कृषि विभाग", "Agriculture Department" },
  { "उद्यानिकी विभाग", "Horticulture Department" },
  { "उद्यान विभाग", "Horticulture Department" },
  { "जल संसाधन विभाग", "Water Resources Department" },
  { "लोक निर्माण विभाग", "Public Works Department" },
  { "ग्रामीण यांत्रिकी सेवा", "Rural Engineering Service" },
  { "मत्स्य विभाग", "Fisheries Department" },
  { "रेशम विभाग", "Sericulture Department" },
  { "स्व-सहायता समूह", "Self-help group" },
  { "स्व सहायता समूह", "Self-help group" },
};

static const Word materials[] = {
  { "सीमेंट", "Cement" },
  { "सीमेन्ट", "Cement" },
  { "रेत", "Sand" },
  { "बालू", "Sand" },
  { "गिट्टी", "Stone chips" },
  { "गिट्टी 20 मि.मी.", "Stone chips 20 mm" },
  { "गिट्टी 40 मि.मी.", "Stone chips 40 mm" },
  { "ईंट", "Bricks" },
  { "मुरुम", "Murum" },
  { "मुरम", "Murum" },
  { "बोल्डर", "Boulders" },
  { "पत्थर", "Stone" },
  { "सरिया", "Steel bars" },
  { "लोहा", "Steel" },
  { "लोहे का पाइप", "Iron pipe" },
  { "ह्यूम पाइप", "Hume pipe" },
  { "ह्यूम पाइप 600 मि.मी.", "Hume pipe 600 mm" },
  { "जी.एस.बी.", "G.S.B." },
  { "ए.सी. शीट", "A.C. sheet" },
  { "तार फेंसिंग", "Wire fencing" },
  { "पौधे", "Saplings" },
  { "गोबर खाद", "Farmyard manure" },
};

static const Word units[] = {
  { "घ.मी.", "cu m" },    { "घन मी.", "cu m" },   { "घनमीटर", "cu m" },       { "घन मीटर", "cu m" },   { "व.मी.", "sq m" },
  { "वर्ग मी.", "sq m" },   { "वर्ग मीटर", "sq m" }, { "मी.", "m" },             { "मीटर", "m" },         { "कि.मी.", "km" },
  { "कि.ग्रा.", "kg" },     { "किलो", "kg" },       { "क्विं.", "quintals" },     { "क्विंटल", "quintals" }, { "टन", "tonnes" },
  { "बोरी", "bags" },     { "नग", "nos." },       { "लीटर", "litres" },       { "ट्रिप", "trips" },      { "हे.", "ha" },
};

static const char *
english (const Word *words, gsize n, const char *hi)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i].hi, hi) == 0)
      return words[i].en;
  return NULL;
}

char *
patal_board_material_en (const char *name)
{
  const char *known = name != NULL ? english (materials, G_N_ELEMENTS (materials), name) : NULL;

  return g_strdup (known != NULL ? known : name);
}

char *
patal_board_quantity_en (const char *quantity)
{
  gsize figure = quantity != NULL ? strspn (quantity, "0123456789,.") : 0;
  const char *unit = figure > 0 ? quantity + figure + strspn (quantity + figure, " ") : NULL;
  const char *known = unit != NULL ? english (units, G_N_ELEMENTS (units), unit) : NULL;
  g_autofree char *number = known != NULL ? g_strndup (quantity, figure) : NULL;

  return known != NULL ? g_strconcat (number, " ", known, NULL) : g_strdup (quantity);
}

char *
patal_board_agency_en (const char *agency, const char *const gp[2])
{
  const char *known = agency != NULL ? english (agencies, G_N_ELEMENTS (agencies), agency) : NULL;
  gsize kind = strlen (agencies[0].hi);

  if (known == NULL && agency != NULL && g_str_has_prefix (agency, agencies[0].hi) && agency[kind] == ' '
      && g_strcmp0 (agency + kind + 1, gp[PATAL_LANG_HI]) == 0 && !patal_board_is_empty (gp[PATAL_LANG_EN]))
    return g_strconcat (agencies[0].en, " ", gp[PATAL_LANG_EN], NULL);
  return g_strdup (known != NULL ? known : agency);
}

/* patal-glue.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-glue.h"
#include <string.h>

#define WORD_BYTES_MAX 40 /* of the longest word that has a role */

#define SCALE (PATAL_ROLE_UNIT | PATAL_ROLE_SCALE)
#define MONEY (PATAL_ROLE_UNIT | PATAL_ROLE_BEFORE_NUMBER)

/* Compared without nuktas, which are written in two ways. */
static const struct
{
  const char *words; /* parted by spaces */
  guint roles;
} known[] = {
  { "लाख करोड़ हजार सौ lakh lakhs crore crores thousand million", SCALE },
  { "रु रु. रू रू. रुपये रुपए रूपये रुपया ₹ Rs Rs. INR", MONEY },
  { "प्रतिशत % फीसदी percent कि.मी. कि.मी किमी मी. मीटर से.मी. हे. हेक्टेयर एकड़ वर्गमीटर घनमीटर कि.ग्रा. किग्रा लीटर "
    "km km. m m. ha ha. kg acres metres am pm a.m. p.m.",
    PATAL_ROLE_UNIT },
  { "दिन दिवस दिवसीय घंटे घण्टे मिनट बजे माह वर्ष सप्ताह व्यक्ति नग अंक day days hours minutes weeks months years "
    "persons",
    PATAL_ROLE_UNIT },
  { "दिनांक दि. क्रमांक क्र. क्रं. सं. संख्या धारा वार्ड भाग पृष्ठ प्रपत्र अनुलग्नक नियम चरण कक्षा तालिका "
    "No No. no. Nos. Sr. Sl. Ward Section Page Part Rule Annexure Form Table Phase Chapter dated Dated Date",
    PATAL_ROLE_BEFORE_NUMBER },
  { "जनवरी फरवरी मार्च अप्रैल अप्रेल मई जून जुलाई अगस्त सितम्बर सितंबर अक्टूबर अक्तूबर नवम्बर नवंबर दिसम्बर दिसंबर "
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    PATAL_ROLE_MONTH },
  { "श्री श्रीमती सुश्री कुमारी डॉ डॉ. डा. प्रो. स्व. मो. मोहम्मद कु. पं. "
    "Shri Smt Smt. Sri Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof. Km.",
    PATAL_ROLE_BEFORE_NAME },
  { "जी Ji ji - – —", PATAL_ROLE_AFTER_WORD },
};

/* Copies the text without nuktas. FALSE: too long to be known. */
static gboolean
copy_plain (char *out, const char *text, gsize length)
{
  static const guint8 without_nukta[]
      = { 0x15, 0x16, 0x17, 0x1C, 0x21, 0x22, 0x2B, 0x2F }; /* क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़ */
  const guchar *p = (const guchar *)text, *end = p + length;

  if (length > WORD_BYTES_MAX)
    return FALSE;
  while (p < end)
    {
      if (end - p >= 3 && p[0] == 0xE0 && p[1] == 0xA4 && p[2] == 0xBC)
        {
          p += 3;
          continue;
        }
      if (end - p >= 3 && p[0] == 0xE0 && p[1] == 0xA5 && p[2] >= 0x98 && p[2] <= 0x9F)
        {
          *out++ = '\xE0';
          *out++ = '\xA4';
          *out++ = (char)(0x80 | without_nukta[p[2] - 0x98]);
          p += 3;
          continue;
        }
      *out++ = *p++;
    }
  *out = '\0';
  return TRUE;
}

static gpointer
read_known (gpointer data G_GNUC_UNUSED)
{
  GHashTable *roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_auto (GStrv) words = g_strsplit (known[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          char plain[WORD_BYTES_MAX + 1];
          guint before;

          if (!copy_plain (plain, words[j], strlen (words[j])))
            continue;
          before = GPOINTER_TO_UINT (g_hash_table_lookup (roles, plain));
          g_hash_table_insert (roles, g_strdup (plain), GUINT_TO_POINTER (before | known[i].roles));
        }
    }
  return roles;
}

static guint
known_roles (const char *text, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  char plain[WORD_BYTES_MAX + 1];

  if (!copy_plain (plain, text, length))
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (g_once (&once, read_known, NULL), plain));
}

static guint
number_roles (const char *text, gsize length)
{
  const char *end = text + length;
  guint n_digits = 0, value = 0;
  gboolean plain = TRUE;

  if (length > 0 && (*text == '-' || *text == '+'))
    text++;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        {
          n_digits++;
          value = MIN (value * 10 + (guint)digit, 100000);
        }
      else if (n_digits > 0 && strchr (",./-:%", *p) != NULL)
        plain = FALSE;
      else
        return 0;
    }
  if (n_digits == 0)
    return 0;
  return PATAL_ROLE_NUMBER | (plain && value >= 1 && value <= 31 ? PATAL_ROLE_DAY : 0)
         | ((plain && n_digits == 4) || (!plain && (n_digits == 6 || n_digits == 8) && text[4] == '-')
                ? PATAL_ROLE_YEAR
                : 0);
}

/* One letter, or up to three in brackets: what tells one of two places of a name from the other. */
static gboolean
is_distinction (const char *text, gsize length, gboolean in_brackets)
{
  const char *end = text + length;
  guint n_letters = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p), n_letters++)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_ascii_isupper (*p) && (c < 0x0904 || c > 0x0939))
        return FALSE;
    }
  return n_letters > 0 && n_letters <= (in_brackets ? 3 : 1);
}

/* ए. or A.K.: at most two letters before each point, and a point at the end. */
static gboolean
is_initial (const char *text, gsize length)
{
  const char *end = text + length;
  guint n_letters = 0;

  if (length < 2 || length > WORD_BYTES_MAX || end[-1] != '.')
    return FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' && (n_letters == 0 || n_letters > (g_ascii_isalpha (text[0]) ? 1 : 2)))
        return FALSE;
      if (c == '.')
        n_letters = 0;
      else if (g_unichar_isalpha (c) && !g_unichar_ismark (c))
        n_letters++;
      else if (!g_unichar_ismark (c))
        return FALSE;
    }
  return TRUE;
}

guint
patal_roles_of (const char *text, gsize length)
{
  gboolean in_brackets = FALSE;
  guint roles;

  if (length > 0 && strchr ("([", text[0]) != NULL)
    {
      in_brackets = TRUE;
      text++;
      length--;
    }
  while (length > 0 && strchr (",;:)]", text[length - 1]) != NULL)
    length--;
  if (length == 0 || length > WORD_BYTES_MAX)
    return 0;
  roles = number_roles (text, length);
  if (roles != 0)
    return roles;
  roles = known_roles (text, length);
  if (is_initial (text, length))
    roles |= PATAL_ROLE_BEFORE_NAME;
  if (is_distinction (text, length, in_brackets))
    roles |= PATAL_ROLE_AFTER_WORD;
  return roles;
}

gboolean
patal_roles_stick (guint before, guint after)
{
  static const struct
  {
    guint before, after;
  } pairs[] = {
    { PATAL_ROLE_NUMBER, PATAL_ROLE_UNIT },          { PATAL_ROLE_SCALE, PATAL_ROLE_UNIT },
    { PATAL_ROLE_BEFORE_NUMBER, PATAL_ROLE_NUMBER }, { PATAL_ROLE_DAY, PATAL_ROLE_MONTH },
    { PATAL_ROLE_MONTH, PATAL_ROLE_YEAR },
  };

  if ((before & PATAL_ROLE_BEFORE_NAME) != 0 || (after & PATAL_ROLE_AFTER_WORD) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((before & pairs[i].before) != 0 && (after & pairs[i].after) != 0)
      return TRUE;
  return FALSE;
}

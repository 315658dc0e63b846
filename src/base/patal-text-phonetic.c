/* patal-text-phonetic.c: the key by which a Latin spelling finds a Devanagari name
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word of either script is first read as a row of sounds, a character each; then what the two scripts write
 * differently is taken out. The sounds: a i u e o; @ the vowel that a Devanagari consonant has of itself; k x
 * (kh) g q (gh) c (ch, chh) j z (jh) t and d (four each) n p f (ph) b w (bh) m y r l v s (three) h, D ड़, R ढ़;
 * digits. The key has small letters only, since a search index folds the case. */
#include "patal-text.h"
#include <string.h>

/* U+0900 to U+097F; '-' is passed over, '.' parts words, V is the vowel "ri". */
static const char devanagari_sounds[] = "nnn-aaaiiuuVleee" /* 0900 */
                                        "eooookxgqnccjznt" /* 0910 */
                                        "tddnttddnnpfbwmy" /* 0920 */
                                        "rrlllvsssh----ai" /* 0930 */
                                        "iuuVVeeeeoooo---" /* 0940 */
                                        "o-------kxgjDRfy" /* 0950 */
                                        "Vlll..0123456789" /* 0960 */
                                        ".---------------" /* 0970 */;

enum
{
  NYA = 0x1E,
  DDA = 0x21,
  DDHA = 0x22,
  NUKTA = 0x3C,
  FIRST_MATRA = 0x3E,
  VIRAMA = 0x4D,
  LAST_MATRA = 0x4F
};

typedef struct
{
  GString *word; /* the sounds of the word that is being read */
  GString *out;
  guint letter;    /* the Devanagari consonant that was read last */
  gboolean vowel;  /* the last sound is a Devanagari consonant that still has its own vowel */
  gboolean joined; /* the last sound is a Devanagari consonant that a virama joined to the one before it */
  gboolean virama; /* a virama was read last */
} Reader;

static gboolean
is_vowel (char sound)
{
  return sound == 'a' || sound == '@' || sound == 'i' || sound == 'u' || sound == 'e' || sound == 'o';
}

static gboolean
is_consonant (char sound)
{
  return (g_ascii_islower (sound) && !is_vowel (sound)) || sound == 'D' || sound == 'R';
}

/* "kk", and च्छ or ट्ठ: a sound and the same with breath. */
static gboolean
is_doubled (char sound, char next)
{
  static const char *const breathed[] = { "kx", "gq", "jz", "pf", "bw" };

  if (sound == next)
    return is_consonant (sound); /* ward 11 is not ward 1 */
  for (gsize i = 0; i < G_N_ELEMENTS (breathed); i++)
    {
      if (sound == breathed[i][0] && next == breathed[i][1])
        return TRUE;
    }
  return FALSE;
}

/* Vowels that stand together, from @at on: "ai" and ऐ, "au" and औ are one sound, the "ao" of gaon is the व of
 * गाँव. An a counts at the ends of a word only. Gives back how many were read. */
static gsize
add_vowels (GString *key, const char *word, gsize at)
{
  gsize i = at;

  while (is_vowel (word[i]))
    {
      gboolean is_a = word[i] == 'a' || word[i] == '@';
      char next = word[i + 1];

      if (is_a && (next == 'a' || next == '@'))
        i += 1;
      else if (is_a && (next == 'i' || next == 'e' || next == 'u'))
        {
          g_string_append_c (key, next == 'u' ? 'o' : 'e');
          i += 2;
        }
      else if ((is_a || word[i] == 'e') && next == 'o')
        {
          g_string_append (key, is_a ? "v" : "ev");
          i += 2;
        }
      else if (word[i] == next || (word[i] == 'e' && next == 'i') || (word[i] == 'o' && next == 'u'))
        {
          g_string_append_c (key, word[i]);
          i += 2;
        }
      else
        {
          if (!is_a || i == 0 || (word[i] == 'a' && next == '\0'))
            g_string_append_c (key, is_a ? 'a' : word[i]);
          i += 1;
        }
    }
  return i - at;
}

/* Whether nobody says the vowel at @at, which a Devanagari consonant has of itself: the rule goes from the
 * end of the word, where the one before the last consonant is said; before one that is said the next is not.
 */
static gboolean
is_silent (const char *word)
{
  gboolean silent = FALSE;
  gsize vowels = 0;

  while (word[2 * vowels] == '@' && is_consonant (word[2 * vowels + 1]))
    vowels++;
  /* the chain ends before a vowel that is said, or before the consonants that end the word */
  if (vowels > 0)
    silent = word[2 * vowels] != '\0' ? vowels % 2 == 1 : vowels % 2 == 0;
  return silent;
}

/* The y of "Raypur" and the य of रायपुर are the i of "Raipur"; those of "Payal" and पायल are not: there a
 * vowel follows. */
static gboolean
is_y_a_vowel (const char *next)
{
  return !is_vowel (next[0]) || is_silent (next);
}

static gsize
add_consonant (GString *key, const char *word, gsize at)
{
  char sound = word[at], next = word[at + 1];
  char before = at > 0 ? word[at - 1] : '\0';
  gboolean after_a = before == 'a' || before == '@';

  if (is_doubled (sound, next))
    return 1;
  if (sound == 'y' && (before == 'i' || before == 'e'))
    return 1; /* "Baniya" and "Bania" */
  if (sound == 'v' && (before == 'u' || before == 'o') && is_vowel (next))
    return 1; /* "Mahuwa" and "Mahua" */
  if (sound == 'y' && after_a && is_y_a_vowel (word + at + 1))
    g_string_append_c (key, 'e');
  else if (sound == 'y' && !is_vowel (next))
    g_string_append_c (key, 'i');
  else if (sound == 'R')
    g_string_append (key, "rh");
  else
    g_string_append_c (key, sound == 'D' ? 'd' : sound);
  return 1;
}

static void
end_word (Reader *r)
{
  const char *word;
  GString *key = r->out;
  gsize start;

  /* A vowel at the end is said after two consonants of which the last flows: मिश्र Mishra, but खुर्द Khurd. */
  if (r->vowel && r->joined && strchr ("yrv", r->word->str[r->word->len - 1]) != NULL)
    g_string_append_c (r->word, 'a');
  word = r->word->str;
  r->vowel = r->joined = r->virama = FALSE;
  if (key->len > 0)
    g_string_append_c (key, ' ');
  start = key->len;
  for (gsize i = 0; i < r->word->len;)
    i += is_vowel (word[i]) ? add_vowels (key, word, i) : add_consonant (key, word, i);
  g_string_truncate (r->word, 0);

  for (gsize i = start; i + 1 < key->len; i++)
    {
      if (key->str[i] == 'm' && strchr ("pfbw", key->str[i + 1]) != NULL)
        key->str[i] = 'n'; /* चाम्पा, चांपा */
    }
  if (key->len >= start + 2 && g_str_has_suffix (key->str + start, "nv")) /* गाँव: Gaon, Gaanv */
    memcpy (key->str + key->len - 2, "vn", 2);
  if (key->len >= start + 3 && g_str_has_suffix (key->str + start, "inh")) /* सिंह: Singh */
    key->str[key->len - 1] = 'q';
  if (key->len == start && start > 0)
    g_string_truncate (key, start - 1);
}

/* The vowel that the last consonant has of itself is there, since something follows that does not take its
 * place. */
static void
settle (Reader *r)
{
  if (r->vowel)
    g_string_append_c (r->word, '@');
  r->vowel = r->joined = FALSE;
}

static void
add_joined (Reader *r, guint letter, char sound)
{
  GString *word = r->word;
  char before = word->len > 0 ? word->str[word->len - 1] : '\0';

  if (letter == NYA && before == 'j') /* ज्ञ */
    {
      word->str[word->len - 1] = 'g';
      sound = 'y';
    }
  g_string_append_c (word, sound);
  r->joined = TRUE;
}

static void
read_devanagari (Reader *r, guint letter)
{
  char sound = devanagari_sounds[letter];
  gboolean is_matra = letter >= FIRST_MATRA && letter <= LAST_MATRA && letter != VIRAMA;

  if (letter == VIRAMA)
    {
      r->virama = r->vowel;
      r->vowel = FALSE;
    }
  else if (letter == NUKTA && r->vowel && (r->letter == DDA || r->letter == DDHA))
    r->word->str[r->word->len - 1] = r->letter == DDA ? 'D' : 'R'; /* ड़ ढ़; the other dots change nothing */
  else if (sound == '.')
    end_word (r);
  else if (sound == '-')
    return;
  else if (is_matra || letter == 0x62 || letter == 0x63)
    {
      r->vowel = r->joined = FALSE;
      g_string_append (r->word, sound == 'V' ? "ri" : (char[]){ sound, '\0' });
    }
  else if (is_consonant (sound) && letter > 0x14)
    {
      gboolean virama = r->virama;

      settle (r);
      if (virama)
        add_joined (r, letter, sound);
      else
        g_string_append_c (r->word, sound);
      r->letter = letter;
      r->vowel = TRUE;
      r->virama = FALSE;
    }
  else
    {
      settle (r);
      g_string_append (r->word, sound == 'V' ? "ri" : (char[]){ sound, '\0' });
    }
}

/* What officials write for one sound with several letters; longest first. */
static const struct
{
  const char *letters, *sounds;
} latin_sounds[] = {
  { "dny", "gy" }, { "gny", "gy" }, { "jny", "gy" }, { "chh", "c" }, { "ch", "c" }, { "ck", "k" },
  { "kh", "x" },   { "gh", "q" },   { "jh", "z" },   { "zh", "z" },  { "th", "t" }, { "dh", "d" },
  { "ph", "f" },   { "bh", "w" },   { "sh", "s" },   { "wh", "v" },  { "vh", "v" }, { "ee", "i" },
  { "oo", "u" },   { "c", "k" },    { "q", "k" },    { "x", "ks" },  { "w", "v" },  { "z", "j" },
};

/* Reads the sound at @letters, which are small; gives back how many letters it took. */
static gsize
read_latin (Reader *r, const char *letters)
{
  settle (r);
  for (gsize i = 0; i < G_N_ELEMENTS (latin_sounds); i++)
    {
      if (latin_sounds[i].letters[0] == letters[0] && g_str_has_prefix (letters, latin_sounds[i].letters))
        {
          g_string_append (r->word, latin_sounds[i].sounds);
          return strlen (latin_sounds[i].letters);
        }
    }
  g_string_append_c (r->word, letters[0]);
  return 1;
}

/* @text with plain small letters where it had accents and capitals; Devanagari as it is. */
static char *
plain_letters (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_sized_new (strlen (valid) + 1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar base;

      if (c < 0x80)
        g_string_append_c (plain, g_ascii_tolower ((char)c));
      else if (c >= 0x900 && c <= 0x97F)
        g_string_append_len (plain, p, 3);
      else if (g_unichar_fully_decompose (c, TRUE, &base, 1) > 0 && base < 0x80
               && g_ascii_isalnum ((char)base))
        g_string_append_c (plain, g_ascii_tolower ((char)base));
      else if (g_unichar_type (c) != G_UNICODE_FORMAT && !g_unichar_ismark (c))
        g_string_append_c (plain, ' ');
    }
  return g_string_free (plain, FALSE);
}

char *
patal_text_phonetic (const char *text)
{
  g_autofree char *plain = plain_letters (text != NULL ? text : "");
  g_autoptr (GString) word = g_string_sized_new (64);
  Reader reader = { .word = word, .out = g_string_sized_new (32) };

  for (const char *p = plain; *p != '\0';)
    {
      if ((guchar)*p >= 0x80)
        {
          read_devanagari (&reader, g_utf8_get_char (p) - 0x900);
          p += 3;
        }
      else if (g_ascii_isalpha (*p))
        p += read_latin (&reader, p);
      else if (g_ascii_isdigit (*p))
        {
          settle (&reader);
          g_string_append_c (word, *p++);
        }
      else
        {
          end_word (&reader);
          p++;
        }
    }
  end_word (&reader);
  return g_string_free (reader.out, FALSE);
}

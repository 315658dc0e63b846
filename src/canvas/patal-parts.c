/* patal-parts.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-parts.h"
#include "patal-face.h"
#include "patal-glue.h"
#include "patal-hash.h"
#include <pango/pango.h>
#include <string.h>

/* What Pango knows of a line of the text that holds other scripts than ours; by byte. */
typedef struct
{
  guint8 *levels;
  guint8 *breaks; /* 1: a line may begin here */
} Complex;

/* Bytes that can begin what is cleaned away. */
static const guint8 suspicious[256] = {
  [0x00 ... 0x09] = 1, /* not the line feed */
  [0x0B ... 0x1F] = 1,
  [0x7F] = 1,
  [0xC2] = 1,
  [0xE2] = 1,
};

static gboolean
is_clean (const char *text, gsize length)
{
  const guchar *p = (const guchar *)text;
  guint any = 0;

  for (gsize i = 0; i < length; i++)
    any |= suspicious[p[i]];
  for (gsize i = 0; any != 0 && i < length; i++)
    if ((p[i] < 0x20 && p[i] != '\n') || p[i] == 0x7F || (p[i] == 0xC2 && p[i + 1] < 0xA0)
        || (p[i] == 0xE2 && p[i + 1] == 0x80 && (p[i + 2] == 0xA8 || p[i + 2] == 0xA9)))
      return FALSE;
  return g_utf8_validate (text, length, NULL);
}

/* (transfer full): line and paragraph separators are line feeds, tabs are spaces. */
static char *
clean (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);

      if (c > 0x10FFFF)
        {
          text++;
          continue;
        }
      text = g_utf8_next_char (text);
      if (c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, '\n');
      else if (c == '\t')
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
complex_init (Complex *complex, PatalFace *face, const char *text, gsize length, PangoDirection base)
{
  PangoAttrList *none = pango_attr_list_new ();
  glong n_chars = g_utf8_strlen (text, length);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);
  GList *items = pango_itemize_with_base_dir (patal_face_pango (face), base, text, 0, length, none, NULL);
  const char *p = text;

  complex->levels = g_malloc0 (length + 1);
  complex->breaks = g_malloc0 (length + 1);
  for (GList *l = items; l != NULL; l = l->next)
    {
      const PangoItem *item = l->data;

      memset (complex->levels + item->offset, item->analysis.level, item->length);
    }
  pango_get_log_attrs (text, length, -1, pango_context_get_language (patal_face_pango (face)), attrs,
                       n_chars + 1);
  for (glong i = 0; i < n_chars; i++, p = g_utf8_next_char (p))
    complex->breaks[p - text] = attrs[i].is_line_break;
  g_list_free_full (items, (GDestroyNotify)pango_item_free);
  pango_attr_list_unref (none);
}

static void
complex_clear (Complex *complex)
{
  g_free (complex->levels);
  g_free (complex->breaks);
}

static gboolean
is_letters (PatalSegmentKind kind)
{
  return kind == PATAL_SEGMENT_LATIN || kind == PATAL_SEGMENT_DEVANAGARI;
}

/* Is the sign of @part one of @signs? */
static gboolean
is_one_of (const PatalPart *part, const char *signs)
{
  return part != NULL && part->word != NULL && part->kind == PATAL_SEGMENT_SIGN
         && strstr (signs, patal_word_text (part->word)) != NULL;
}

/* Between two parts without a space. As Unicode's rules for line breaks have it in our scripts, but that a
 * number stays with the sign before it (2021-22, 5–10, त.96), and a sign that begins a word with the word
 * (-ZA). */
static PatalBreak
break_after_sign (const PatalPart *before, const PatalPart *sign, const PatalSegment *segment, char first)
{
  if (is_one_of (sign, ")]}") && first == '(')
    return PATAL_BREAK_ALLOWED;
  if (before == NULL || before->word == NULL || before->kind == PATAL_SEGMENT_SPACE
      || !is_letters (segment->kind))
    return PATAL_BREAK_NONE;
  if (is_one_of (sign, "-/\u2010\u2013\u2014\u0964\u0965"))
    return PATAL_BREAK_ALLOWED;
  return is_one_of (sign, ",;:)") ? PATAL_BREAK_IN_NEED : PATAL_BREAK_NONE;
}

static PatalBreak
break_before (const PatalParts *parts, const PatalSegment *segment, const char *text)
{
  const PatalPart *last = parts->n_parts > 0 ? &parts->parts[parts->n_parts - 1] : NULL;
  const PatalPart *before = parts->n_parts > 1 ? last - 1 : NULL;
  char first = text[segment->at];

  if (last == NULL || last->word == NULL || segment->kind == PATAL_SEGMENT_SPACE)
    return PATAL_BREAK_NONE;
  if (last->kind == PATAL_SEGMENT_SIGN)
    return break_after_sign (before, last, segment, first);
  if (last->kind != PATAL_SEGMENT_SPACE)
    return PATAL_BREAK_NONE;
  /* no line ends after an opening bracket or begins with a closing sign, spaces or not */
  return is_one_of (before, "([{") || strchr (")]},.;:!?/", first) != NULL ? PATAL_BREAK_NONE
                                                                           : PATAL_BREAK_ALLOWED;
}

/* Cuts @segment where Pango sees a change of direction or a place for a line break. */
static void
cut_complex (PatalSegment *segment, const Complex *complex)
{
  guint32 end = segment->at + segment->length;

  for (guint32 i = segment->at + 1; i < end; i++)
    if (complex->breaks[i] || complex->levels[i] != complex->levels[segment->at])
      {
        /* levels change between characters only, and a break is marked at the first byte of one */
        segment->length = i - segment->at;
        return;
      }
}

/* As its first letter runs. */
static PangoDirection
base_direction (const char *text, gsize length)
{
  hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default ();

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return hb_script_get_horizontal_direction (hb_unicode_script (unicode, g_utf8_get_char (p)))
                     == HB_DIRECTION_RTL
                 ? PANGO_DIRECTION_RTL
                 : PANGO_DIRECTION_LTR;
  return PANGO_DIRECTION_LTR;
}

/* Where the segment that begins at @at may be parted from what stands before it. */
static PatalBreak
break_of (const PatalParts *parts, const char *text, const PatalSegment *segment, const Complex *complex)
{
  if (complex->breaks == NULL)
    return break_before (parts, segment, text);
  if (complex->breaks[segment->at] && segment->at > 0 && segment->kind != PATAL_SEGMENT_SPACE)
    return PATAL_BREAK_ALLOWED;
  return PATAL_BREAK_NONE;
}

/* What the text from @at to the next space is, whose first word is @word. */
static guint
roles_at (const char *text, gsize length, gsize at, const PatalWord *word, gsize word_length)
{
  const char *space = memchr (text + at, ' ', length - at);
  gsize end = space != NULL ? (gsize)(space - text) : length;

  if (end - at == word_length) /* which knows it */
    return patal_word_roles (word);
  return patal_roles_of (text + at, end - at);
}

/* Adds the words of a line of the text. FALSE: there is a script in it of which only Pango knows, and
 * @complex is empty. */
static gboolean
add_segments (PatalParts *parts, PatalFace *face, const char *text, gsize length, const Complex *complex)
{
  guint roles = 0, roles_before;
  gboolean after_space = TRUE;

  for (gsize at = 0; at < length;)
    {
      PatalSegment segment = patal_segment_at (text, length, at);
      PatalPart part = { .kind = segment.kind };

      if (complex->breaks != NULL)
        cut_complex (&segment, complex);
      else if (segment.kind == PATAL_SEGMENT_OTHER)
        return FALSE;
      part.before = break_of (parts, text, &segment, complex);
      part.level = complex->levels != NULL ? complex->levels[at] : 0;
      part.word = patal_word_shape (face, text + at, segment.length, part.level);
      part.width = patal_word_width (part.word, 1);
      if (after_space && part.kind != PATAL_SEGMENT_SPACE)
        {
          roles_before = roles;
          roles = roles_at (text, length, at, part.word, segment.length);
          if (part.before == PATAL_BREAK_ALLOWED && patal_roles_stick (roles_before, roles))
            part.before = PATAL_BREAK_IN_NEED;
        }
      after_space = part.kind == PATAL_SEGMENT_SPACE;
      patal_parts_add (parts, &part);
      at += segment.length;
    }
  return TRUE;
}

static void
drop_parts (PatalParts *parts, guint first)
{
  for (guint i = first; i < parts->n_parts; i++)
    patal_word_unref (parts->parts[i].word);
  parts->n_parts = first;
}

static void
add_line (PatalParts *parts, PatalFace *face, const char *text, gsize length)
{
  guint first = parts->n_parts;
  Complex complex = { NULL, NULL };
  PangoDirection base;

  if (add_segments (parts, face, text, length, &complex))
    return;
  drop_parts (parts, first);
  base = base_direction (text, length);
  parts->leftwards |= base == PANGO_DIRECTION_RTL;
  complex_init (&complex, face, text, length, base);
  add_segments (parts, face, text, length, &complex);
  complex_clear (&complex);
}

void
patal_parts_add (PatalParts *parts, const PatalPart *part)
{
  if (parts->n_parts == parts->room)
    {
      PatalPart *more = g_new (PatalPart, 2 * parts->room);

      memcpy (more, parts->parts, parts->n_parts * sizeof (PatalPart));
      if (parts->parts != parts->at_first)
        g_free (parts->parts);
      parts->parts = more;
      parts->room *= 2;
    }
  parts->parts[parts->n_parts++] = *part;
  parts->widest = MAX (parts->widest, part->width);
  parts->has_levels |= part->level > 0;
}

void
patal_parts_init (PatalParts *parts, PatalFace *face, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *cleaned = is_clean (text, length) ? NULL : clean (text, length);
  const char *line = cleaned != NULL ? cleaned : text;

  parts->parts = parts->at_first;
  parts->n_parts = 0;
  parts->room = PATAL_PARTS_AT_FIRST;
  parts->leftwards = parts->has_levels = FALSE;
  parts->widest = 0;
  for (;;)
    {
      const char *end = strchrnul (line, '\n');

      add_line (parts, face, line, end - line);
      if (*end == '\0')
        return;
      patal_parts_add (parts, &(PatalPart) { .before = PATAL_BREAK_ALWAYS });
      line = end + 1;
    }
}

void
patal_parts_clear (PatalParts *parts)
{
  drop_parts (parts, 0);
  if (parts->parts != parts->at_first)
    g_free (parts->parts);
}

/* --- Texts that are remembered --- */

#define KNOWN_TEXTS 512 /* by a thread; each has one place where it can stand */
#define LONG_TEXT 400   /* bytes; longer ones are seldom asked for again, and share a place */

typedef struct
{
  PatalFace *face; /* of this thread, so it outlives what is known; NULL: nothing is */
  guint32    hash;
  char      *text;
  PatalParts parts;
} Known;

static void
known_clear (Known *known)
{
  if (known->face == NULL)
    return;
  patal_parts_clear (&known->parts);
  g_free (known->text);
}

static void
all_known_free (gpointer data)
{
  Known *all = data;

  for (guint i = 0; i < KNOWN_TEXTS; i++)
    known_clear (&all[i]);
  g_free (all);
}
static GPrivate known_of_thread = G_PRIVATE_INIT (all_known_free);

const PatalParts *
patal_parts_of (PatalFace *face, const char *text)
{
  Known *all = g_private_get (&known_of_thread), *known;
  gsize length = strlen (text);
  guint32 hash = patal_hash (text, length, (gsize) face);

  if (all == NULL)
    g_private_set (&known_of_thread, all = g_new0 (Known, KNOWN_TEXTS));
  known = &all[length > LONG_TEXT ? 0 : hash % KNOWN_TEXTS];
  if (known->face == face && known->hash == hash && strcmp (known->text, text) == 0)
    return &known->parts;
  known_clear (known);
  known->face = face;
  known->hash = hash;
  known->text = g_memdup2 (text, length + 1);
  patal_parts_init (&known->parts, face, text);
  return &known->parts;
}

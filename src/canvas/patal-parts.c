/* patal-parts.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-parts.h"
#include "patal-face.h"
#include "patal-glue.h"
#include <pango/pango.h>
#include <string.h>

/* What Pango knows of a line of the text that holds other scripts than ours; by byte. */
typedef struct
{
  guint8 *levels;
  guint8 *breaks; /* 1: a line may begin here */
} Complex;

static gboolean
is_clean (const char *text, gsize length)
{
  const guchar *p = (const guchar *)text;

  for (gsize i = 0; i < length; i++)
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

static gboolean
is_complex (const char *text, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      PatalSegment segment = patal_segment_at (text, length, at);

      if (segment.kind == PATAL_SEGMENT_OTHER)
        return TRUE;
      at += segment.length;
    }
  return FALSE;
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
  pango_get_log_attrs (text, length, -1, pango_context_get_language (patal_face_pango (face)), attrs, n_chars + 1);
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

/* Between two parts without a space. As Unicode's rules for line breaks have it in our scripts, but that a number stays with the sign
 * before it (2021-22, 5–10, त.96), and a sign that begins a word with the word (-ZA). */
static PatalBreak
break_after_sign (const PatalPart *before, const PatalPart *sign, const PatalSegment *segment, char first)
{
  if (is_one_of (sign, ")]}") && first == '(')
    return PATAL_BREAK_ALLOWED;
  if (before == NULL || before->word == NULL || before->kind == PATAL_SEGMENT_SPACE || !is_letters (segment->kind))
    return PATAL_BREAK_NONE;
  if (is_one_of (sign, "-/\u2010\u2013\u2014\u0964\u0965"))
    return PATAL_BREAK_ALLOWED;
  return is_one_of (sign, ",;:)") ? PATAL_BREAK_IN_NEED : PATAL_BREAK_NONE;
}

static PatalBreak
break_before (const GArray *parts, const PatalSegment *segment, const char *text)
{
  const PatalPart *last = parts->len > 0 ? &g_array_index (parts, PatalPart, parts->len - 1) : NULL;
  const PatalPart *before = parts->len > 1 ? last - 1 : NULL;
  char first = text[segment->at];

  if (last == NULL || last->word == NULL || segment->kind == PATAL_SEGMENT_SPACE)
    return PATAL_BREAK_NONE;
  if (last->kind == PATAL_SEGMENT_SIGN)
    return break_after_sign (before, last, segment, first);
  if (last->kind != PATAL_SEGMENT_SPACE)
    return PATAL_BREAK_NONE;
  /* no line ends after an opening bracket or begins with a closing sign, spaces or not */
  return is_one_of (before, "([{") || strchr (")]},.;:!?/", first) != NULL ? PATAL_BREAK_NONE : PATAL_BREAK_ALLOWED;
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
      return hb_script_get_horizontal_direction (hb_unicode_script (unicode, g_utf8_get_char (p))) == HB_DIRECTION_RTL
               ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  return PANGO_DIRECTION_LTR;
}

/* Where the segment that begins at @at may be parted from what stands before it. */
static PatalBreak
break_of (const PatalParts *parts, const char *text, const PatalSegment *segment, const Complex *complex)
{
  if (complex->breaks == NULL)
    return break_before (parts->parts, segment, text);
  if (complex->breaks[segment->at] && segment->at > 0 && segment->kind != PATAL_SEGMENT_SPACE)
    return PATAL_BREAK_ALLOWED;
  return PATAL_BREAK_NONE;
}

static void
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
      part.before = break_of (parts, text, &segment, complex);
      part.level = complex->levels != NULL ? complex->levels[at] : 0;
      parts->has_levels |= part.level > 0;
      if (after_space && part.kind != PATAL_SEGMENT_SPACE)
        {
          const char *space = memchr (text + at, ' ', length - at);

          roles_before = roles;
          roles = patal_roles_of (text + at, space != NULL ? (gsize)(space - text) - at : length - at);
          if (part.before == PATAL_BREAK_ALLOWED && patal_roles_stick (roles_before, roles))
            part.before = PATAL_BREAK_IN_NEED;
        }
      after_space = part.kind == PATAL_SEGMENT_SPACE;
      part.word = patal_word_shape (face, text + at, segment.length, part.level);
      part.width = patal_word_width (part.word, 1);
      parts->widest = MAX (parts->widest, part.width);
      g_array_append_val (parts->parts, part);
      at += segment.length;
    }
}

static void
add_line (PatalParts *parts, PatalFace *face, const char *text, gsize length)
{
  Complex complex = { NULL, NULL };

  if (is_complex (text, length))
    {
      PangoDirection base = base_direction (text, length);

      parts->leftwards |= base == PANGO_DIRECTION_RTL;
      complex_init (&complex, face, text, length, base);
    }
  add_segments (parts, face, text, length, &complex);
  complex_clear (&complex);
}

void
patal_parts_init (PatalParts *parts, PatalFace *face, const char *text)
{
  gsize length = strlen (text);
  g_autofree char *cleaned = is_clean (text, length) ? NULL : clean (text, length);
  const char *line = cleaned != NULL ? cleaned : text;

  *parts = (PatalParts) { .parts = g_array_sized_new (FALSE, FALSE, sizeof (PatalPart), 32) };
  for (;;)
    {
      const char *end = strchrnul (line, '\n');

      add_line (parts, face, line, end - line);
      if (*end == '\0')
        return;
      g_array_append_val (parts->parts, ((PatalPart) { .before = PATAL_BREAK_ALWAYS }));
      line = end + 1;
    }
}

void
patal_parts_clear (PatalParts *parts)
{
  if (parts->parts == NULL)
    return;
  for (guint i = 0; i < parts->parts->len; i++)
    patal_word_unref (g_array_index (parts->parts, PatalPart, i).word);
  g_clear_pointer (&parts->parts, g_array_unref);
}

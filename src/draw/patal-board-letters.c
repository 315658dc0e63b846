/* patal-board-letters.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-letters.h"
#include "patal-cut-text.h"
#include <math.h>
#include <string.h>

/* Sizes that are tried, in shares of what is wished for: few, so that words that had to shrink still look alike. */
static const double steps[] = { 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4 };

/* The height of a letter that all others of the script are as high as. */
static double
letter_share (const char *family, PatalLang lang)
{
  PatalFont *font = patal_face_font (patal_face (family, PATAL_WEIGHT_BOLD, lang));
  hb_font_t *hb = patal_font_hb (font);
  hb_codepoint_t glyph;
  hb_glyph_extents_t extents;

  if (hb_font_get_nominal_glyph (hb, lang == PATAL_LANG_HI ? 0x0915 : 'H', &glyph) && hb_font_get_glyph_extents (hb, glyph, &extents)
      && extents.y_bearing > 0)
    return (double) extents.y_bearing / patal_font_upem (font);
  return lang == PATAL_LANG_HI ? 0.64 : 0.71; /* the font has no such letter */
}

void
patal_board_type_init_like (PatalBoardType *type, const PatalBoardType *other)
{
  *type = *other;
  type->strings = g_string_chunk_new (1024);
  type->points = g_array_sized_new (FALSE, FALSE, sizeof (PatalBoardPoint), 32);
}

void
patal_board_type_init (PatalBoardType *type, const char *family, PatalLang lang, double grid)
{
  patal_board_type_init_like (type, &(PatalBoardType) { .lang = lang, .letter_share = letter_share (family, lang), .grid = grid });
  type->family = g_string_chunk_insert (type->strings, family);
}

void
patal_board_type_clear (PatalBoardType *type)
{
  g_clear_pointer (&type->strings, g_string_chunk_free);
  g_clear_pointer (&type->points, g_array_unref);
}

double
patal_board_on_grid (const PatalBoardType *type, double length)
{
  double per_mm = round (1 / type->grid);

  return round (length * per_mm) / per_mm;
}

/* Sizes are finer than places: where a line begins is seen less than how large it is. */
static double
size_below (const PatalBoardType *type, double size)
{
  double per_mm = MAX (round (1 / type->grid), 10);

  return MAX (1, floor (size * per_mm + 1e-6)) / per_mm;
}

static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if ((*p < ' ' && *p != '\n') || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0)
        || (*p == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9)))
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

char *
patal_board_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (is_clean (text))
    return g_strstrip (g_strdup (text));
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, '\n');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE));
}

/* --- Setting --- */

typedef struct
{
  PatalBoardType        *type;
  const char            *text;
  const PatalBoardPlace *place;
  PatalTextStyle         style;
  double                 sizes[G_N_ELEMENTS (steps)];
  guint                  n_sizes;
  PatalTextFit           fit;
} Setting;

static PatalTextStyle
style_of (const PatalBoardType *type, PatalWeight weight)
{
  return (PatalTextStyle) { .family = type->family, .weight = weight, .lang = type->lang, .leading = PATAL_BOARD_LEADING };
}

static void
list_sizes (Setting *setting)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (i == 0 || steps[i] >= setting->place->least - 1e-6)
      setting->sizes[setting->n_sizes++] = size_below (setting->type, setting->place->most * steps[i]);
}

static gboolean
try_wrap (Setting *setting, PatalWrap wrap)
{
  const PatalBox *box = &setting->place->box;

  setting->style.wrap = wrap;
  setting->fit = patal_text_fit (setting->text, &setting->style, setting->sizes, setting->n_sizes, box->width, box->height);
  setting->style.size_pt = setting->sizes[MIN (setting->fit.size, setting->n_sizes - 1)];
  return setting->fit.size < setting->n_sizes;
}

/* One step smaller, where that saves a line: a word alone on the last line looks worse than letters that are a little smaller. */
static void
save_line (Setting *setting)
{
  const PatalBox *box = &setting->place->box;
  guint next = setting->fit.size + 1;
  PatalTextFit fit;

  if (setting->place->even || setting->fit.n_lines < 2 || next >= setting->n_sizes)
    return;
  fit = patal_text_fit (setting->text, &setting->style, &setting->sizes[next], 1, box->width, box->height);
  if (fit.size > 0 || fit.n_lines >= setting->fit.n_lines)
    return;
  setting->fit = fit;
  setting->fit.size = next;
  setting->style.size_pt = setting->sizes[next];
}

/* In the smallest size, a word that is longer than its line parted. */
static gboolean
stands_parted (const Setting *setting, const char *text)
{
  PatalTextFit fit = patal_text_fit (text, &setting->style, &setting->style.size_pt, 1, setting->place->box.width, G_MAXDOUBLE);

  return fit.n_lines * PATAL_BOARD_LEADING * setting->style.size_pt <= setting->place->box.height + 1e-6;
}

/* As much as stands there in the smallest size; in a box that holds no line at all, one line. */
static const char *
cut (Setting *setting)
{
  glong few = 0, many = g_utf8_strlen (setting->text, -1);
  g_autofree char *shown = NULL;

  while (many - few > 1)
    {
      glong middle = few + (many - few) / 2;
      g_autofree char *tried = patal_cut_after (setting->text, middle);

      *(stands_parted (setting, tried) ? &few : &many) = middle;
    }
  shown = patal_cut_after (setting->text, few);
  return g_string_chunk_insert (setting->type->strings, shown);
}

/* Spaces before a line are no part of it; one that carries a mark is a letter, and begins a word. */
static const char *
skip_spaces (const char *at, const PatalLine *line)
{
  while (*at == ' ' && line->n_words > 0 && !g_str_has_prefix (at, patal_word_text (line->words[0]))
         && !g_str_has_prefix (at, patal_word_text (line->words[line->n_words - 1])))
    at++;
  return at;
}

/* What stands in a line of the text @at, which goes on: it has the same bytes, in whichever order the line is seen. */
static void
take_line (GString *lines, const char **at, const PatalLine *line)
{
  const char *from = skip_spaces (*at, line), *end;
  gsize length = 0;

  for (guint i = 0; i < line->n_words; i++)
    length += strlen (patal_word_text (line->words[i]));
  length = MIN (length, strlen (from));
  g_string_append_len (lines, from, (gssize) length);
  *at = from + length;
  end = *at + strspn (*at, " ");
  if (*end == '\n')
    *at = end + 1;
}

static void
add_point (const Setting *setting, guint line, guint n_lines, double width)
{
  const PatalBox *box = &setting->place->box;
  double size = setting->style.size_pt, pitch = PATAL_BOARD_LEADING * size;
  double line_of = n_lines == 1 && setting->place->line_of > 0 ? setting->place->line_of : size;
  double first = box->y + (box->height + setting->type->letter_share * line_of - (n_lines - 1) * pitch) / 2;
  double room = box->width - width;
  double x = setting->place->align == PATAL_ALIGN_CENTER ? room / 2 : setting->place->align == PATAL_ALIGN_END ? room : 0;
  PatalBoardPoint point = { patal_board_on_grid (setting->type, box->x + x), patal_board_on_grid (setting->type, first + line * pitch) };

  g_array_append_val (setting->type->points, point);
}

static void
place_lines (Setting *setting, PatalBoardLetters *out)
{
  g_autoptr (PatalParagraph) paragraph = NULL;
  g_autoptr (GString) lines = NULL;
  const char *at = setting->text;

  *out = (PatalBoardLetters) { setting->text, setting->style.size_pt, setting->place->weight, setting->type->points->len, 1 };
  if (setting->fit.n_lines == 1)
    {
      out->text = g_string_chunk_insert (setting->type->strings, setting->text);
      add_point (setting, 0, 1, setting->fit.width);
      return;
    }
  paragraph = patal_paragraph_new (setting->text, &setting->style, setting->place->box.width);
  lines = g_string_sized_new (strlen (setting->text) + 8);
  out->n_lines = patal_paragraph_n_lines (paragraph);
  for (guint i = 0; i < out->n_lines; i++)
    {
      if (i > 0)
        g_string_append_c (lines, '\n');
      take_line (lines, &at, patal_paragraph_line (paragraph, i));
      add_point (setting, i, out->n_lines, patal_paragraph_line (paragraph, i)->width);
    }
  out->text = g_string_chunk_insert_len (setting->type->strings, lines->str, (gssize) lines->len);
}

gboolean
patal_board_set (PatalBoardType *type, const char *text, const PatalBoardPlace *place, PatalBoardLetters *out)
{
  Setting setting = { .type = type, .text = text, .place = place, .style = style_of (type, place->weight) };
  gboolean is_cut = FALSE;

  *out = (PatalBoardLetters) { "", 0, place->weight, 0, 0 };
  list_sizes (&setting);
  out->size = setting.sizes[0];
  if (*text == '\0')
    return FALSE;
  if ((!place->whole || !try_wrap (&setting, PATAL_WRAP_NEVER)) && !try_wrap (&setting, place->wrap)
      && !stands_parted (&setting, text))
    {
      setting.text = cut (&setting);
      try_wrap (&setting, place->wrap);
      is_cut = TRUE;
    }
  save_line (&setting);
  place_lines (&setting, out);
  return is_cut;
}

/* --- Set --- */

PatalBoardLetters
patal_board_letters_copy (PatalBoardType *to, const PatalBoardType *from, const PatalBoardLetters *letters)
{
  PatalBoardLetters copy = *letters;

  copy.text = g_string_chunk_insert (to->strings, letters->text);
  copy.first = to->points->len;
  if (letters->n_lines > 0)
    g_array_append_vals (to->points, patal_board_letters_point (from, letters, 0), letters->n_lines);
  return copy;
}

const PatalBoardPoint *
patal_board_letters_point (const PatalBoardType *type, const PatalBoardLetters *letters, guint line)
{
  return &g_array_index (type->points, PatalBoardPoint, letters->first + line);
}

void
patal_board_letters_draw (const PatalBoardType *type, const PatalBoardLetters *letters, PatalCanvas *canvas, const PatalInk *ink)
{
  PatalTextStyle style = style_of (type, letters->weight);
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (letters->n_lines == 0)
    return;
  style.size_pt = letters->size;
  style.wrap = PATAL_WRAP_NEVER;
  paragraph = patal_paragraph_new (letters->text, &style, 0);
  for (guint i = 0; i < MIN (letters->n_lines, patal_paragraph_n_lines (paragraph)); i++)
    {
      const PatalBoardPoint *point = patal_board_letters_point (type, letters, i);

      patal_canvas_line (canvas, point->x, point->y, patal_paragraph_line (paragraph, i), ink);
    }
}

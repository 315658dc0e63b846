/* patal-pdf-tags.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-tags.h"
#include "patal-pdf-file.h"

/* What the content is marked as, where it is written now. */
typedef enum
{
  MARKED_NOT,
  MARKED_ARTIFACT,
  MARKED_CONTENT, /* of the innermost open tag */
} Marked;

typedef struct
{
  PatalTag tag;
  gboolean written; /* where the document is not tagged: whether there is something to end */
} Open;

struct _PatalPdfTags
{
  gboolean  tagged;
  PatalLang lang;
  GArray   *open;        /* of Open */
  guint     n_artifacts; /* that are open */
  GArray   *steps;       /* of PatalPdfTagStep */
  guint     n_contents;
  Marked    marked;
  guint     marked_depth;
};

const char *
patal_pdf_tag_name (PatalTag tag)
{
  static const char *const names[] = {
    [PATAL_TAG_PARAGRAPH] = "P", [PATAL_TAG_TITLE] = "H1", [PATAL_TAG_HEADING] = "H2", [PATAL_TAG_TABLE] = "Table",
    [PATAL_TAG_ROW] = "TR", [PATAL_TAG_HEAD_CELL] = "TH", [PATAL_TAG_ROW_HEAD_CELL] = "TH", [PATAL_TAG_CELL] = "TD",
    [PATAL_TAG_FIGURE] = "Figure", [PATAL_TAG_ARTIFACT] = "Artifact",
  };

  return names[tag];
}

const char *
patal_pdf_lang (PatalLang lang)
{
  return lang == PATAL_LANG_HI ? "hi-IN" : "en-IN";
}

static void
step_clear (gpointer data)
{
  g_free (((PatalPdfTagStep *) data)->text);
}

PatalPdfTags *
patal_pdf_tags_new (gboolean tagged, PatalLang lang)
{
  PatalPdfTags *tags = g_new0 (PatalPdfTags, 1);

  tags->tagged = tagged;
  tags->lang = lang;
  tags->open = g_array_new (FALSE, FALSE, sizeof (Open));
  tags->steps = g_array_new (FALSE, FALSE, sizeof (PatalPdfTagStep));
  g_array_set_clear_func (tags->steps, step_clear);
  return tags;
}

void
patal_pdf_tags_free (PatalPdfTags *tags)
{
  if (tags == NULL)
    return;
  g_array_unref (tags->open);
  g_array_unref (tags->steps);
  g_free (tags);
}

const GArray *
patal_pdf_tags_steps (const PatalPdfTags *tags)
{
  return tags->steps;
}

static void
add_step (PatalPdfTags *tags, PatalPdfTagStep step)
{
  g_array_append_val (tags->steps, step);
}

static void
end_mark (PatalPdfTags *tags, GString *bytes)
{
  if (tags->marked != MARKED_NOT)
    g_string_append (bytes, "EMC\n");
  tags->marked = MARKED_NOT;
}

/* FALSE: nothing had to be said. */
static gboolean
mark_untagged (const PatalPdfTags *tags, const PatalTagged *tagged, GString *bytes)
{
  gboolean figure = tagged->tag == PATAL_TAG_FIGURE && tagged->text != NULL;

  if (tagged->tag == PATAL_TAG_ARTIFACT)
    {
      g_string_append (bytes, "/Artifact BMC\n");
      return TRUE;
    }
  if (!figure && tagged->lang == tags->lang)
    return FALSE;
  g_string_append_printf (bytes, "/Span<</Lang(%s)", patal_pdf_lang (tagged->lang));
  if (figure)
    {
      g_string_append (bytes, "/Alt");
      patal_pdf_append_text (bytes, tagged->text);
    }
  g_string_append (bytes, ">>BDC\n");
  return TRUE;
}

void
patal_pdf_tags_begin (PatalPdfTags *tags, const PatalTagged *tagged, GString *bytes)
{
  Open open = { .tag = tagged->tag };

  if (!tags->tagged)
    open.written = mark_untagged (tags, tagged, bytes);
  else if (tagged->tag == PATAL_TAG_ARTIFACT)
    tags->n_artifacts++;
  else if (tags->n_artifacts == 0)
    add_step (tags, (PatalPdfTagStep) { PATAL_PDF_TAG_BEGIN, 0, tagged->tag, tagged->lang, tagged->n_columns, tagged->goes_on,
                                        g_strdup (tagged->text) });
  if (tags->marked == MARKED_CONTENT)
    end_mark (tags, bytes);
  g_array_append_val (tags->open, open);
}

void
patal_pdf_tags_end (PatalPdfTags *tags, GString *bytes)
{
  const Open *last;

  g_return_if_fail (tags->open->len > 0);
  last = &g_array_index (tags->open, Open, tags->open->len - 1);
  if (last->written)
    g_string_append (bytes, "EMC\n");
  if (tags->marked == MARKED_CONTENT)
    end_mark (tags, bytes);
  if (tags->tagged && last->tag == PATAL_TAG_ARTIFACT)
    tags->n_artifacts--;
  else if (tags->tagged && tags->n_artifacts == 0)
    add_step (tags, (PatalPdfTagStep) { .kind = PATAL_PDF_TAG_END });
  g_array_set_size (tags->open, tags->open->len - 1);
}

/* What is drawn now: of a table and its rows only the cells are text. */
static Marked
due (const PatalPdfTags *tags)
{
  PatalTag tag;

  if (tags->open->len == 0 || tags->n_artifacts > 0)
    return MARKED_ARTIFACT;
  tag = g_array_index (tags->open, Open, tags->open->len - 1).tag;
  return tag == PATAL_TAG_TABLE || tag == PATAL_TAG_ROW ? MARKED_ARTIFACT : MARKED_CONTENT;
}

void
patal_pdf_tags_ink (PatalPdfTags *tags, guint depth, GString *bytes)
{
  Marked now;

  if (!tags->tagged)
    return;
  now = due (tags);
  if (now == tags->marked)
    return;
  end_mark (tags, bytes);
  if (now == MARKED_ARTIFACT)
    g_string_append (bytes, "/Artifact BMC\n");
  else
    {
      PatalTag tag = g_array_index (tags->open, Open, tags->open->len - 1).tag;

      g_string_append_printf (bytes, "/%s<</MCID %u>>BDC\n", patal_pdf_tag_name (tag), tags->n_contents);
      add_step (tags, (PatalPdfTagStep) { .kind = PATAL_PDF_TAG_CONTENT, .which = tags->n_contents++ });
    }
  tags->marked = now;
  tags->marked_depth = depth;
}

void
patal_pdf_tags_leave (PatalPdfTags *tags, guint depth, GString *bytes)
{
  if (tags->marked_depth >= depth) /* what began within a graphics state ends within it */
    end_mark (tags, bytes);
}

void
patal_pdf_tags_close (PatalPdfTags *tags, GString *bytes)
{
  while (tags->open->len > 0)
    patal_pdf_tags_end (tags, bytes);
  end_mark (tags, bytes);
}

void
patal_pdf_tags_link (PatalPdfTags *tags, guint link)
{
  if (tags->tagged)
    add_step (tags, (PatalPdfTagStep) { .kind = PATAL_PDF_TAG_LINK, .which = link });
}

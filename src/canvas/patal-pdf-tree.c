/* patal-pdf-tree.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-tree.h"

#define KEYS_IN_LEAF 100 /* of the tree that leads from pages to elements */

typedef struct _Element Element;
struct _Element
{
  const char *type;   /* in PDF: "TD" */
  PatalTag    tag;
  guint       number, parent;
  guint       page;   /* the object of the page on which its first content stands; 0: none yet */
  PatalLang   lang;
  gboolean    says_lang; /* for it is not its parent's */
  guint       n_columns;
  char       *text;   /* (nullable) */
  GString    *kids;
  Element    *ended;  /* (nullable): its last kid, which may go on yet */
};

struct _PatalPdfTree
{
  PatalPdfFile *file;
  guint      root;
  GPtrArray *open;    /* of Element; the first is the document */
  guint      key;     /* the next */
  GString   *leaf;    /* the keys of the last leaf, each with its object */
  guint      first_in_leaf;
  GArray    *leaves;  /* of guint: their objects */
};

static void
element_free (gpointer data)
{
  Element *element = data;

  if (element == NULL)
    return;
  element_free (element->ended);
  g_string_free (element->kids, TRUE);
  g_free (element->text);
  g_free (element);
}

static Element *
element_new (PatalPdfFile *file, const char *type, guint parent)
{
  Element *element = g_new0 (Element, 1);

  element->type = type;
  element->tag = PATAL_TAG_PARAGRAPH; /* as far as attributes go: none */
  element->number = patal_pdf_file_reserve (file);
  element->parent = parent;
  element->kids = g_string_new (NULL);
  return element;
}

static Element *
innermost (PatalPdfTree *tree)
{
  return tree->open->pdata[tree->open->len - 1];
}

PatalPdfTree *
patal_pdf_tree_new (PatalPdfFile *file, PatalLang lang)
{
  PatalPdfTree *tree = g_new0 (PatalPdfTree, 1);

  tree->file = file;
  tree->root = patal_pdf_file_reserve (file);
  tree->open = g_ptr_array_new_with_free_func (element_free);
  tree->leaf = g_string_new (NULL);
  tree->leaves = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (tree->open, element_new (file, "Document", tree->root));
  innermost (tree)->lang = lang;
  return tree;
}

void
patal_pdf_tree_free (PatalPdfTree *tree)
{
  if (tree == NULL)
    return;
  g_ptr_array_unref (tree->open);
  g_string_free (tree->leaf, TRUE);
  g_array_unref (tree->leaves);
  g_free (tree);
}

guint
patal_pdf_tree_key (const PatalPdfTree *tree)
{
  return tree->key;
}

/* --- Elements --- */

static void
append_attributes (GString *body, const Element *element)
{
  gboolean heads = element->tag == PATAL_TAG_HEAD_CELL || element->tag == PATAL_TAG_ROW_HEAD_CELL;

  if (!heads && element->n_columns <= 1)
    return;
  g_string_append (body, "/A<</O/Table");
  if (heads)
    g_string_append_printf (body, "/Scope/%s", element->tag == PATAL_TAG_HEAD_CELL ? "Column" : "Row");
  if (element->n_columns > 1)
    g_string_append_printf (body, "/ColSpan %u", element->n_columns);
  g_string_append (body, ">>");
}

/* Writes @element and what ended last within it; takes it over. */
static void
write_element (PatalPdfTree *tree, Element *element)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (element == NULL)
    return;
  write_element (tree, g_steal_pointer (&element->ended));
  g_string_append_printf (body, "<</S/%s/P %u 0 R", element->type, element->parent);
  if (element->page != 0)
    g_string_append_printf (body, "/Pg %u 0 R", element->page);
  if (element->says_lang)
    g_string_append_printf (body, "/Lang(%s)", patal_pdf_lang (element->lang));
  if (element->text != NULL)
    {
      g_string_append (body, "/Alt");
      patal_pdf_append_text (body, element->text);
    }
  append_attributes (body, element);
  if (element->kids->len > 0)
    g_string_append_printf (body, "/K[%s]", element->kids->str);
  g_string_append (body, ">>");
  patal_pdf_file_object (tree->file, element->number, body->str, body->len);
  element_free (element);
}

/* Something follows in @element after what ended last, which therefore will not go on. */
static void
settle (PatalPdfTree *tree, Element *element)
{
  write_element (tree, g_steal_pointer (&element->ended));
}

static void
begin (PatalPdfTree *tree, const PatalPdfTagStep *step)
{
  Element *parent = innermost (tree), *made;

  if (step->goes_on && parent->ended != NULL && parent->ended->tag == step->tag)
    {
      g_ptr_array_add (tree->open, g_steal_pointer (&parent->ended));
      return;
    }
  settle (tree, parent);
  made = element_new (tree->file, patal_pdf_tag_name (step->tag), parent->number);
  made->tag = step->tag;
  made->lang = step->lang;
  made->says_lang = step->lang != parent->lang;
  made->n_columns = step->n_columns;
  made->text = g_strdup (step->text);
  g_string_append_printf (parent->kids, "%u 0 R ", made->number);
  g_ptr_array_add (tree->open, made);
}

static void
end (PatalPdfTree *tree)
{
  Element *ended;

  g_return_if_fail (tree->open->len > 1);
  ended = g_ptr_array_steal_index (tree->open, tree->open->len - 1);
  settle (tree, innermost (tree));
  innermost (tree)->ended = ended;
}

static void
add_content (PatalPdfTree *tree, guint page, guint which)
{
  Element *element = innermost (tree);

  settle (tree, element);
  if (element->page == 0)
    element->page = page;
  if (element->page == page)
    g_string_append_printf (element->kids, "%u ", which);
  else
    g_string_append_printf (element->kids, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page, which);
}

static guint
add_link (PatalPdfTree *tree, guint page, guint link)
{
  Element *parent = innermost (tree), *made = element_new (tree->file, "Link", parent->number);
  guint number = made->number;

  settle (tree, parent);
  g_string_append_printf (parent->kids, "%u 0 R ", made->number);
  g_string_append_printf (made->kids, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", page, link);
  write_element (tree, made);
  return number;
}

/* --- From pages to elements --- */

static void
end_leaf (PatalPdfTree *tree)
{
  guint number = patal_pdf_file_reserve (tree->file);
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (body, "<</Limits[%u %u]/Nums[%s]>>", tree->first_in_leaf, tree->key - 1, tree->leaf->str);
  patal_pdf_file_object (tree->file, number, body->str, body->len);
  g_array_append_val (tree->leaves, number);
  g_string_truncate (tree->leaf, 0);
  tree->first_in_leaf = tree->key;
}

static void
add_key (PatalPdfTree *tree, guint object)
{
  g_string_append_printf (tree->leaf, "%u %u 0 R ", tree->key++, object);
  if (tree->key - tree->first_in_leaf == KEYS_IN_LEAF)
    end_leaf (tree);
}

void
patal_pdf_tree_add_page (PatalPdfTree *tree, const GArray *steps, guint page, const guint *links, guint n_links)
{
  g_autoptr (GString) parents = g_string_new ("["); /* of the page's marked contents, in their order */
  g_autofree guint *link_elements = g_new0 (guint, n_links);
  guint number = patal_pdf_file_reserve (tree->file);

  for (guint i = 0; i < steps->len; i++)
    {
      const PatalPdfTagStep *step = &g_array_index (steps, PatalPdfTagStep, i);

      switch (step->kind)
        {
        case PATAL_PDF_TAG_BEGIN:
          begin (tree, step);
          break;
        case PATAL_PDF_TAG_CONTENT:
          add_content (tree, page, step->which);
          g_string_append_printf (parents, "%u 0 R ", innermost (tree)->number);
          break;
        case PATAL_PDF_TAG_LINK:
          link_elements[step->which] = add_link (tree, page, links[step->which]);
          break;
        case PATAL_PDF_TAG_END:
          end (tree);
          break;
        default:
          g_return_if_reached ();
        }
    }
  g_string_append_c (parents, ']');
  patal_pdf_file_object (tree->file, number, parents->str, parents->len);
  add_key (tree, number);
  for (guint i = 0; i < n_links; i++)
    add_key (tree, link_elements[i]);
}

guint
patal_pdf_tree_finish (PatalPdfTree *tree)
{
  guint parents = patal_pdf_file_reserve (tree->file), document = innermost (tree)->number;
  g_autoptr (GString) body = g_string_new ("<</Kids[");

  write_element (tree, g_ptr_array_steal_index (tree->open, 0));
  if (tree->leaf->len > 0)
    end_leaf (tree);
  for (guint i = 0; i < tree->leaves->len; i++)
    g_string_append_printf (body, "%u 0 R ", g_array_index (tree->leaves, guint, i));
  g_string_append (body, "]>>");
  patal_pdf_file_object (tree->file, parents, body->str, body->len);
  g_string_printf (body, "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %u>>", document, parents, tree->key);
  patal_pdf_file_object (tree->file, tree->root, body->str, body->len);
  return tree->root;
}

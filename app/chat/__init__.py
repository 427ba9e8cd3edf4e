"""Any chat model behind one small protocol; langchain is loaded only when a model is configured."""
